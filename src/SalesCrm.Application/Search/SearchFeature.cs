using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Search;

internal static class SearchFeature
{
    internal static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<ISaveFollower, SearchIndex.Upkeep>()
        .AddScoped<IFigureCheck, SearchIndexCheck>();
}
