using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Opportunities;

namespace SalesCrm.Application.Visits;

internal static class VisitsFeature
{
    internal static IServiceCollection AddVisits(this IServiceCollection services) => services
        .AddScoped<IWinFollower, PlanAfterSales>()
        .AddScoped<OpportunityLog>()
        .AddScoped<VisitChanges>()
        .AddScoped<VisitForm>()
        .AddScoped<VisitDetails>()
        .AddScoped<VisitList>()
        .AddScoped<RecordVisit>()
        .AddScoped<EditVisit>()
        .AddScoped<ConfirmVisit>()
        .AddScoped<PlanNext>()
        .AddScoped<ArchiveVisit>();
}
