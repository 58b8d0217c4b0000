using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Leads;

internal static class LeadsFeature
{
    internal static IServiceCollection AddLeads(this IServiceCollection services) => services
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
        .AddScoped<ConvertLead>();
}
