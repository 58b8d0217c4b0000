using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Search;

internal static class SearchFeature
{
    internal static IServiceCollection AddSearch(this IServiceCollection services) => services.AddScoped<GlobalSearch>();
}
