using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Scripts;

internal static class ScriptsFeature
{
    internal static IServiceCollection AddScripts(this IServiceCollection services) => services
        .AddScoped<ScriptList>()
        .AddScoped<SaveScript>()
        .AddScoped<UseScript>();
}
