using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Database.Sqlite;

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
            await using var db = new CrmDbContext(options.Options, engine, TimeProvider.System);
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
}
