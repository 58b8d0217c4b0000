using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Upgrades;

internal static class UpgradesFeature
{
    internal static IServiceCollection AddUpgrades(this IServiceCollection services) => services
        .AddScoped<SaveUpgradeRules>()
        .AddScoped<UpgradeList>()
        .AddScoped<UpgradeDetails>()
        .AddScoped<StartUpgrade>()
        .AddScoped<WorkUpgradeStep>()
        .AddScoped<StopUpgrade>();
}
