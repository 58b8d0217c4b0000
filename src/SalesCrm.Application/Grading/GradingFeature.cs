using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Grading.Policies;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Grading;

internal static class GradingFeature
{
    internal static IServiceCollection AddGrading(this IServiceCollection services) => services
        .AddScoped<RegradeCustomers>()
        .AddScoped<NightlyGrading>()
        .AddScoped<INightlyJob>(services => services.GetRequiredService<NightlyGrading>())
        .AddSingleton<IDealFollower, RegradeCustomer>()
        .AddSingleton<IVisitFollower, RegradeCustomer>()
        .AddScoped<JudgeCustomer>()
        .AddScoped<OverrideGrade>()
        .AddScoped<DropOverride>()
        .AddScoped<GradeOverrideList>()
        .AddScoped<GradeCard>()
        .AddScoped<GradeOverview>()
        .AddScoped<GradeChangeList>()
        .AddScoped<SaveGradingPolicy>()
        .AddScoped<GradingPolicyHistory>()
        .AddScoped<GradingWhatIf>();
}
