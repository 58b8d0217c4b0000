using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Exports;

internal static class ExportsFeature
{
    internal static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddScoped<ExportRules>()
        .AddScoped<ExportTemplate>()
        .AddScoped<ExportList>()
        .AddScoped<ExportLog>();
}
