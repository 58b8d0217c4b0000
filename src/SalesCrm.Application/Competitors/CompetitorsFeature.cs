using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Competitors;

internal static class CompetitorsFeature
{
    internal static IServiceCollection AddCompetitors(this IServiceCollection services) => services
        .AddScoped<CreateCompetitor>()
        .AddScoped<EditCompetitor>()
        .AddScoped<AddCompetitorNote>()
        .AddScoped<EditCompetitorNote>()
        .AddScoped<CompetitorTimeline>()
        .AddScoped<SaveCompetitorProduct>()
        .AddScoped<MeetingList>()
        .AddScoped<CompetitorAnalysis>()
        .AddScoped<CompetitorList>()
        .AddScoped<CompetitorDetails>();
}
