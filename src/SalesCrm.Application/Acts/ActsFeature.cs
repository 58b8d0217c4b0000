using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Acts;

internal static class ActsFeature
{
    public static IServiceCollection AddActs(this IServiceCollection services)
        => services.AddScoped<ActList>().AddScoped<ActDetails>().AddScoped<UndoAct>();
}
