using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Competitors;

internal static class CompetitorsFeature
{
    internal static IServiceCollection AddCompetitors(this IServiceCollection services) => services
        .AddScoped<CreateCompetitor>()
        .AddScoped<EditCompetitor>()
        .AddScoped<AddCompetitorNote>()
        .AddScoped<CompetitorList>()
        .AddScoped<CompetitorDetails>();
}
