using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Dashboards;

internal static class DashboardsFeature
{
    internal static IServiceCollection AddDashboards(this IServiceCollection services) => services
        .AddScoped<Dashboard>()
        .AddScoped<Headline>()
        .AddScoped<Forecast>()
        .AddScoped<Ranking>()
        .AddScoped<AttentionList>()
        .AddScoped<OverdueFollowUps>()
        .AddScoped<DataQuality>();
}
