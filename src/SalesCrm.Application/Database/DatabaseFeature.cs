using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Database;

internal static class DatabaseFeature
{
    internal static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseEngine engine)
    {
        services.AddSingleton(engine);
        services.AddDbContext<CrmDbContext>((provider, options) => provider.GetRequiredService<DatabaseEngine>().Configure(options));
        services.AddSingleton<DatabaseUpkeep>();
        services.AddScoped<KeyRing>();
        services.AddScoped<LastChange>();
        return services;
    }
}
