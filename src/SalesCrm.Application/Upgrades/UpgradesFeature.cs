using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Upgrades;

internal static class UpgradesFeature
{
    internal static IServiceCollection AddUpgrades(this IServiceCollection services) => services
        .AddSingleton<ISaveFollower, UpgradeCredit>()
        .AddScoped<SaveUpgradeRules>()
        .AddScoped<UpgradeList>()
        .AddScoped<UpgradeDetails>()
        .AddScoped<StartUpgrade>()
        .AddScoped<WorkUpgradeStep>()
        .AddScoped<StopUpgrade>();
}
