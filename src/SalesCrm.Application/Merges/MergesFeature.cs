using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Merges;

internal static class MergesFeature
{
    internal static IServiceCollection AddMerges(this IServiceCollection services) => services
        .AddScoped<MergeForm>()
        .AddScoped<MergeCandidates>()
        .AddScoped<MergeCustomers>();
}
