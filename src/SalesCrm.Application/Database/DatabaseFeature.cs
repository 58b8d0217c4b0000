using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SalesCrm.Application.Database;

internal static class DatabaseFeature
{
    internal static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseEngine engine)
    {
        services.AddSingleton(engine);
        services.AddDbContext<CrmDbContext>((provider, options) =>
        {
            provider.GetRequiredService<DatabaseEngine>().Configure(options);

            // What a database says of a row that it refuses may hold the row's values, and mostly it was expected. What nobody catches is logged by the server.
            options.ConfigureWarnings(warnings => warnings.Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug))
                // Counting up to a limit needs no order.
                .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        });
        services.AddSingleton(provider => new SaveFollowers(provider.GetServices<ISaveFollower>()));
        services.AddSingleton<DatabaseUpkeep>();
        services.AddScoped<KeyRing>();
        services.AddScoped<LastChange>();
        return services;
    }
}
