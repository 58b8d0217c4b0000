using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.LeadForms;

internal static class LeadFormsFeature
{
    internal static IServiceCollection AddLeadForms(this IServiceCollection services) => services
        .AddScoped<OpenForms>()
        .AddSingleton<PostMemory>()
        .AddScoped<TakePost>()
        .AddScoped<SaveLeadForm>()
        .AddScoped<LeadFormList>()
        .AddScoped<Quarantine>()
        .AddScoped<LeadOrigin>();
}
