using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Database;
using SalesCrm.Database.Sqlite;
using SalesCrm.Testing;

namespace SalesCrm.Database.Tests;

public sealed class SqliteFileTests
{
    [Fact]
    public async Task A_new_database_is_readable_for_its_own_user_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Path.Combine(Path.GetTempPath(), "salescrm-" + Guid.NewGuid().ToString("N"), "data");
        var engine = new SqliteEngine($"Data Source={Path.Combine(folder, "crm.db")};Pooling=False");
        try
        {
            using var owned = engine.TakeOwnership();
            var options = new DbContextOptionsBuilder<CrmDbContext>();
            engine.Configure(options);
            await using var db = new CrmDbContext(options.Options, engine, SaveFollowers.None, TimeProvider.System);
            await engine.PrepareForMigrationAsync(db, CancellationToken.None);
            await engine.PrepareForUseAsync(db, CancellationToken.None);
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE T (Id INTEGER)");

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            Assert.Equal(["crm.db", "crm.db-shm", "crm.db-wal", "crm.db.lock"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            foreach (var file in Directory.GetFiles(folder))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, true);
        }
    }

    [Fact]
    public async Task Indexes_that_a_killed_process_left_off_are_made_at_the_next_start()
    {
        await using var database = await TestDatabase.CreateAsync();
        if (database.Engine is not SqliteEngine)
        {
            return;
        }

        var before = await IndexesAsync(database);
        await database.With<CrmDbContext>(db => IndexesOff.TakeAsync(db, ["Customers", "Visits"], CancellationToken.None));
        var without = await IndexesAsync(database);
        await database.With<DatabaseUpkeep>(upkeep => upkeep.MigrateAsync(CancellationToken.None));

        Assert.DoesNotContain(without, name => name.StartsWith("IX_Customers_", StringComparison.Ordinal));
        Assert.Contains(without, name => name.StartsWith("IX_Contacts_", StringComparison.Ordinal));
        Assert.Equal(before, await IndexesAsync(database));
    }

    private static async Task<List<string>> IndexesAsync(TestDatabase database)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
