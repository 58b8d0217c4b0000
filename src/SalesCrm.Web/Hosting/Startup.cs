using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SalesCrm.Application.Database;
using SalesCrm.Application.Demo;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Hosting;

/// <summary>From built to serving: takes the database, brings it to this version, and says how to get in.</summary>
public static class Startup
{
    public const int DemoCustomers = 300;
    public const int DemoSeed = 2024;

    /// <summary>Holds the database for this process until disposed.</summary>
    /// <exception cref="SettingException">The program cannot serve with these settings.</exception>
    /// <exception cref="DatabaseInUseException">Another process has the database.</exception>
    /// <exception cref="DatabaseUnreachableException">The database cannot be opened.</exception>
    public static async Task<IDisposable> TakeDatabaseAsync(this WebApplication app)
    {
        if (app.Environment.IsProduction() && ProductionRules.ProblemsOf(app.Configuration) is { Count: > 0 } problems)
        {
            throw new SettingException(string.Join('\n', problems));
        }

        var engine = app.Services.GetRequiredService<DatabaseEngine>();
        var upkeep = app.Services.GetRequiredService<DatabaseUpkeep>();
        var ownership = engine.TakeOwnership();
        await upkeep.ReachAsync(CancellationToken.None);
        if (engine.HasOneOwner || app.Environment.IsDevelopment())
        {
            await upkeep.MigrateAsync(CancellationToken.None);
        }
        else if (!await upkeep.IsUpToDateAsync(CancellationToken.None))
        {
            throw new SettingException("The database is not at this version: run the verb \"migrate\" first.");
        }

        if (await upkeep.WarningAsync(CancellationToken.None) is { } warning)
        {
            app.Logger.LogWarning("{Warning}", warning);
        }

        app.Services.GetRequiredService<Passwords>().WarmUp();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InterruptedImports>().CloseAsync(CancellationToken.None);
        var first = scope.ServiceProvider.GetRequiredService<FirstAdmin>();
        if (app.Environment.IsDevelopment() && !await first.ExistsAsync(CancellationToken.None))
        {
            await scope.ServiceProvider.GetRequiredService<CreateDemoPeople>().ExecuteAsync(CreateDemoPeople.Password, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<SeedDemo>().RunAsync(DemoCustomers, DemoSeed, null, CancellationToken.None);
        }

        var isNew = !await first.ExistsAsync(CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() => Greet(app, isNew));
        return ownership;
    }

    private static void Greet(WebApplication app, bool isNew)
    {
        var addresses = app.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        app.Logger.LogInformation("SalesCrm serves at {Addresses}", string.Join(", ", addresses));
        if (app.Environment.IsDevelopment())
        {
            app.Logger.LogInformation(
                "Demo accounts, all with the password {Password}:{Accounts}",
                CreateDemoPeople.Password,
                string.Concat(CreateDemoPeople.People.Select(person => $"\n        {person.UserName,-9} {person.Role,-8} {person.Name}")));
        }
        else if (isNew)
        {
            app.Logger.LogWarning("There is nobody yet who can sign in. Make the first administrator at /account/setup with this one-time code: {Code}", app.Services.GetRequiredService<SetupCode>());
        }
    }
}
