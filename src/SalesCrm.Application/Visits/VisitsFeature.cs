using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Opportunities;

namespace SalesCrm.Application.Visits;

internal static class VisitsFeature
{
    internal static IServiceCollection AddVisits(this IServiceCollection services) => services
        .AddScoped<IWinFollower, PlanAfterSales>()
        .AddScoped<OpportunityLog>();
}
