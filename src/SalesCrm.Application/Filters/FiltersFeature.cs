using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Filters;

internal static class FiltersFeature
{
    internal static IServiceCollection AddFilters(this IServiceCollection services) => services
        .AddScoped<ConditionWords>()
        .AddScoped<SavedFilters>()
        .AddScoped<FilterCounts>()
        .AddScoped<SaveFilter>()
        .AddScoped<DeleteFilter>();
}
