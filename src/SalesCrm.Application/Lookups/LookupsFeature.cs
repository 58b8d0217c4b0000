using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Lookups;

internal static class LookupsFeature
{
    internal static IServiceCollection AddLookups(this IServiceCollection services) => services.AddScoped<GlobalSearch>();
}
