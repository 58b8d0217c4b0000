using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SalesCrm.Database.Sqlite;

/// <summary>
/// Takes indexes off while very many rows are written, and makes them again by sorting: an index that is larger than the memory costs a page for each row
/// that is put into its middle. What makes them waits in a table of the file, so that a process that was killed meanwhile makes them at its next start.
/// </summary>
internal static class IndexesOff
{
    private const string Waiting = "__IndexesOff";

    public static async Task TakeAsync(DbContext db, IReadOnlyCollection<string> tables, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ReadAsync(db, $"CREATE TABLE IF NOT EXISTS {Waiting} (Sql TEXT NOT NULL PRIMARY KEY)", cancellationToken);
        foreach (var table in tables)
        {
            await ReadAsync(db, $"INSERT INTO {Waiting} SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '{table}'", cancellationToken);
            foreach (var name in await ReadAsync(db, $"SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '{table}'", cancellationToken))
            {
                await ReadAsync(db, $"DROP INDEX \"{name}\"", cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>Makes what was taken off; does nothing where nothing was.</summary>
    public static async Task PutAsync(DbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await ReadAsync(db, $"SELECT name FROM sqlite_master WHERE name = '{Waiting}'", cancellationToken) is not [])
        {
            // What does not fit into the memory is sorted on disk.
            await ReadAsync(db, "PRAGMA temp_store=FILE; PRAGMA cache_size=-256000; PRAGMA threads=2", cancellationToken);
            foreach (var sql in await ReadAsync(db, $"SELECT Sql FROM {Waiting}", cancellationToken))
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                await ReadAsync(db, sql, cancellationToken);
                await ReadAsync(db, $"DELETE FROM {Waiting} WHERE Sql = '{sql.Replace("'", "''", StringComparison.Ordinal)}'", cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            await ReadAsync(db, $"DROP TABLE {Waiting}; {SqlitePragmas.OfMemory}", cancellationToken);
        }

        await db.Database.CloseConnectionAsync();
    }

    /// <summary>The first column of what a statement answers; without the time limit of a page's commands.</summary>
    private static async Task<List<string>> ReadAsync(DbContext db, string sql, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
