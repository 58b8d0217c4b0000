using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Search;

namespace SalesCrm.Application.Database;

/// <summary>Brings the database to this version of the product, copies it, and asks the engine whether it is sound.</summary>
public sealed class DatabaseUpkeep(IServiceScopeFactory scopes, DatabaseEngine engine, TimeProvider clock)
{
    /// <summary>Sees whether the database can be opened, before anything is asked of it.</summary>
    /// <exception cref="DatabaseUnreachableException">It cannot.</exception>
    public async Task ReachAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await engine.ReachAsync(scope.ServiceProvider.GetRequiredService<CrmDbContext>(), cancellationToken);
    }

    /// <summary>Applies pending migrations and adds the reference rows of a new database. The caller owns the database.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        await engine.PrepareForMigrationAsync(db, cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        await engine.PrepareForUseAsync(db, cancellationToken);
        await ReferenceRows.AddAsync(db, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await SearchRebuild.EnsureAsync(db, cancellationToken);
    }

    /// <summary>True when this version's migrations are all applied.</summary>
    public async Task<bool> IsUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    /// <summary>True when there is a database to read.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Database.CanConnectAsync(cancellationToken);
    }

    /// <summary>What the stored figures differ in from a second, slow computation; one line each, headed by the figure's name.</summary>
    public async Task<IReadOnlyList<string>> CheckFiguresAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var lines = new List<string>();
        foreach (var check in scope.ServiceProvider.GetServices<IFigureCheck>())
        {
            lines.AddRange((await check.FindDifferencesAsync(cancellationToken)).Select(line => $"{check.Name}: {line}"));
        }

        return lines;
    }

    /// <summary>What the engine has to say about its own version, or null.</summary>
    public async Task<string?> WarningAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await engine.WarningAsync(scope.ServiceProvider.GetRequiredService<CrmDbContext>(), cancellationToken);
    }

    /// <summary>For the night, and after whole companies were brought in: lets the engine count what it plans by.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await engine.LearnAsync(scope.ServiceProvider.GetRequiredService<CrmDbContext>(), cancellationToken);
    }

    public async Task BackUpAsync(string file, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await engine.BackUpAsync(scope.ServiceProvider.GetRequiredService<CrmDbContext>(), file, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await engine.CheckIntegrityAsync(scope.ServiceProvider.GetRequiredService<CrmDbContext>(), cancellationToken);
    }
}
