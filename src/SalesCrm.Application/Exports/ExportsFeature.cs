using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Fields;

namespace SalesCrm.Application.Exports;

internal static class ExportsFeature
{
    internal static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<IReservedNames, ExportHeaders>()
        .AddScoped<ExportRules>()
        .AddScoped<ExportTemplate>()
        .AddScoped<ExportList>()
        .AddScoped<ExportLog>();
}
