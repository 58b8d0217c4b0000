using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Demo;

internal static class DemoFeature
{
    internal static IServiceCollection AddDemo(this IServiceCollection services) => services.AddScoped<SeedDemo>();
}
