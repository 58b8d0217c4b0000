using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Application.Database;
using SalesCrm.Database.SqlServer;

namespace SalesCrm.Testing.SqlServer;

/// <summary>
/// A database on the server that <c>SALESCRM_TEST_SQLSERVER</c> names. Making and migrating one takes seconds, and there are a thousand tests;
/// so each process makes as many as it has tests at a time, empties them between tests, and drops them at its end. The login needs
/// the right to create databases; the connection string may say whatever else the server asks for (TrustServerCertificate, User Id …).
/// </summary>
internal sealed class ServerDatabase
{
    private static readonly ConcurrentBag<ServerDatabase> Free = [];
    private static readonly ConcurrentBag<ServerDatabase> All = [];

    private bool _isMade;

    static ServerDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAll();

    private ServerDatabase(string server)
        => Engine = new SqlServerEngine(new SqlConnectionStringBuilder(server) { InitialCatalog = $"salescrm_test_{Guid.NewGuid():N}" }.ToString(), 1);

    /// <summary>One change per command, for servers that take no MERGE.</summary>
    public SqlServerEngine Engine { get; }

    public static ServerDatabase Take(string server)
    {
        if (Free.TryTake(out var free))
        {
            return free;
        }

        var made = new ServerDatabase(server);
        All.Add(made);
        return made;
    }

    public void GiveBack() => Free.Add(this);

    /// <summary>Takes all rows out of a database that an earlier test used, and lets ids begin at 1 again; a server that refuses makes it anew.</summary>
    public async Task EmptyAsync(CrmDbContext db)
    {
        if (_isMade)
        {
            try
            {
                await db.Database.ExecuteSqlRawAsync(EmptyingScript(db.Model));
            }
            catch (SqlException)
            {
                await db.Database.EnsureDeletedAsync();
            }
        }

        _isMade = true;
    }

    /// <summary>Deletes in an order that no foreign key minds. An identity that never gave an id is left alone: set to 0 it would give 0.</summary>
    internal static string EmptyingScript(IModel model)
    {
        var script = new StringBuilder();
        var tables = model.GetRelationalModel().Tables.ToList();
        var keys = tables.SelectMany(table => table.ForeignKeyConstraints).Where(key => key.Table != key.PrincipalTable).ToList();
        for (var left = tables.ToList(); left.Count > 0;)
        {
            if (left.Find(table => !keys.Exists(key => key.PrincipalTable == table)) is { } next)
            {
                script.AppendLine(CultureInfo.InvariantCulture, $"DELETE FROM [{next.Name}];");
                left.Remove(next);
                keys.RemoveAll(key => key.Table == next);
                continue;
            }

            // Keys that go round in a circle (a team's leader is a user, a user's team is a team) are cut where they may be empty.
            var cut = keys.First(key => key.Columns.All(column => column.IsNullable));
            script.AppendLine(CultureInfo.InvariantCulture, $"UPDATE [{cut.Table.Name}] SET {string.Join(", ", cut.Columns.Select(column => $"[{column.Name}] = NULL"))};");
            keys.Remove(cut);
        }

        foreach (var table in tables.Where(table => table.PrimaryKey!.Columns is [var key] && key.PropertyMappings[0].Property.ValueGenerated == ValueGenerated.OnAdd && key.StoreType is "bigint" or "int"))
        {
            script.AppendLine(CultureInfo.InvariantCulture, $"IF EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'[{table.Name}]') AND last_value IS NOT NULL) DBCC CHECKIDENT (N'[{table.Name}]', RESEED, 0);");
        }

        return script.ToString();
    }

    private static void DropAll()
    {
        foreach (var database in All)
        {
            try
            {
                var options = new DbContextOptionsBuilder<CrmDbContext>();
                database.Engine.Configure(options);
                using var db = new CrmDbContext(options.Options, database.Engine, SaveFollowers.None, TimeProvider.System);
                db.Database.EnsureDeleted();
            }
            catch (SqlException exception)
            {
                Console.Error.WriteLine($"A test database stays behind: {exception.Message}");
            }
        }
    }
}
