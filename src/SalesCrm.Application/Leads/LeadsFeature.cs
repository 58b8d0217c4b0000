using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Leads;

internal static class LeadsFeature
{
    internal static IServiceCollection AddLeads(this IServiceCollection services) => services;
}
