using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Opportunities.Milestones;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Opportunities.Stages;

namespace SalesCrm.Application.Opportunities;

internal static class OpportunitiesFeature
{
    internal static IServiceCollection AddOpportunities(this IServiceCollection services) => services
        .AddSingleton<IFilterRules>(OpportunityRules.All)
        .AddScoped<CreateOpportunity>()
        .AddScoped<EditOpportunity>()
        .AddScoped<MoveOpportunity>()
        .AddScoped<WinOpportunity>()
        .AddScoped<LoseOpportunity>()
        .AddScoped<AssignOpportunity>()
        .AddScoped<OpportunityList>()
        .AddScoped<OpportunityBoard>()
        .AddScoped<OpportunityDetails>()
        .AddScoped<OpportunityForm>()
        .AddScoped<OpportunityForecast>()
        .AddScoped<SaveMilestone>()
        .AddScoped<MilestonesDue>()
        .AddScoped<SaveRival>()
        .AddScoped<RemoveRival>()
        .AddScoped<RivalProposals>()
        .AddScoped<PriceMatch>()
        .AddScoped<RivalAdvice>()
        .AddScoped<StageList>()
        .AddScoped<EditStage>();
}
