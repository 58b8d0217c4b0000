using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Leads.FollowUps;

namespace SalesCrm.Application.Leads;

internal static class LeadsFeature
{
    internal static IServiceCollection AddLeads(this IServiceCollection services) => services
        .AddSingleton<IFilterRules>(LeadRules.All)
        .AddScoped<LeadList>()
        .AddScoped<LeadDetails>()
        .AddScoped<LeadOwners>()
        .AddScoped<LeadScoringForm>()
        .AddScoped<SaveLeadScoring>()
        .AddScoped<CreateLead>()
        .AddScoped<EditLead>()
        .AddScoped<AssignLead>()
        .AddScoped<DisqualifyLead>()
        .AddScoped<ReopenLead>()
        .AddScoped<ConvertLead>()
        .AddScoped<LeadBoard>()
        .AddScoped<MoveLead>()
        .AddScoped<DisqualifiedLeads>()
        .AddScoped<ProspectsWithoutPlan>()
        .AddScoped<LeadLog>()
        .AddScoped<LogLeadFollowUp>()
        .AddScoped<AssignLeads>()
        .AddScoped<AssignmentRules>()
        .AddScoped<SaveAssignmentRule>()
        .AddScoped<DistributeLeads>();
}
