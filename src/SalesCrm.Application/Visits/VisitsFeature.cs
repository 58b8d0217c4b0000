using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Visits;

internal static class VisitsFeature
{
    internal static IServiceCollection AddVisits(this IServiceCollection services) => services
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
