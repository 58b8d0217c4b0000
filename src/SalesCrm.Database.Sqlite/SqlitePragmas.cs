using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace SalesCrm.Database.Sqlite;

/// <summary>States what durability needs, whatever the native build's defaults are, once for each connection of the pool: they stay with its handle.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    // Pages that are mapped pass the cache by, and each connection of the pool has a cache of its own: a large one is memory times users for nothing.
    internal const string OfMemory = "PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY; PRAGMA threads=0;";

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static void Apply(SqliteConnection connection)
    {
        if (Told.TryGetValue(connection.Handle!, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA mmap_size=2147418112; " + OfMemory;
        command.ExecuteNonQuery();
        Told.TryAdd(connection.Handle!, connection.Handle!);
    }
}
