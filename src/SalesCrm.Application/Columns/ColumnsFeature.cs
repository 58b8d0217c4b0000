using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Columns;

internal static class ColumnsFeature
{
    internal static IServiceCollection AddColumns(this IServiceCollection services) => services
        .AddScoped<ShownColumns>()
        .AddScoped<ChooseColumns>();
}
