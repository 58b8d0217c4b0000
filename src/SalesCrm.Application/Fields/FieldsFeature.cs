using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Fields;

internal static class FieldsFeature
{
    internal static IServiceCollection AddCustomFields(this IServiceCollection services) => services
        .AddScoped<CustomFields>()
        .AddScoped<FieldList>()
        .AddScoped<SaveField>()
        .AddScoped<MoveField>()
        .AddScoped<IFigureCheck, FieldCheck>();
}
