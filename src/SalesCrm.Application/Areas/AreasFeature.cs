using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Areas;

internal static class AreasFeature
{
    internal static IServiceCollection AddAreas(this IServiceCollection services) => services
        .AddScoped<AreaSwitches>()
        .AddScoped<SwitchAreas>();
}
