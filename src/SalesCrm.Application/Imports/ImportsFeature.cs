using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Imports.Running;

namespace SalesCrm.Application.Imports;

internal static class ImportsFeature
{
    internal static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddScoped<RunImport>()
        .AddScoped<ImportTemplates>();
}
