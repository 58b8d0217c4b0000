using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Trials;

internal static class TrialsFeature
{
    internal static IServiceCollection AddTrials(this IServiceCollection services) => services
        .AddScoped<TrialSettings>()
        .AddScoped<TrialList>()
        .AddScoped<GiveTrial>()
        .AddScoped<FinishTrial>();
}
