using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Database.Sqlite;

/// <summary>
/// The embedded default. One process owns the file; inside it one writer at a time passes a gate, because SQLite before 3.51.3 can, very
/// rarely, damage a WAL file when two connections commit at once, and because waiting in line is fairer than retrying.
/// </summary>
public sealed class SqliteEngine : DatabaseEngine
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    private static readonly Version FirstWithSoundWal = new(3, 51, 3);

    private readonly string _connectionString;
    private readonly SemaphoreSlim _gate;

    public SqliteEngine(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 10 };
        if (!IsInMemory(settings))
        {
            settings.DataSource = Path.GetFullPath(settings.DataSource);
        }

        (_connectionString, DataSource) = (settings.ToString(), settings.DataSource);
        _gate = Gates.GetOrAdd(DataSource, _ => new SemaphoreSlim(1, 1));
    }

    public override string Name => "Sqlite";

    /// <summary>Full path of the database file.</summary>
    public string DataSource { get; }

    public override void Configure(DbContextOptionsBuilder options) => options
        .UseSqlite(_connectionString, sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteEngine).Assembly.GetName().Name)

            // The provider looks up all parameters of a batch for each statement in it, so the cost of a batch grows with its square;
            // and there is no way to a server that would be saved.
            .MaxBatchSize(1))
        .AddInterceptors(SqlitePragmas.Instance);

    public override void ConfigureConventions(ModelConfigurationBuilder conventions)
        => conventions.Properties<decimal>().HaveConversion<FenConverter>();

    public override bool IsUniqueViolation(DbUpdateException exception)
        // SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID
        => exception.InnerException is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 or 2579 };

    public override bool IsBusy(Exception exception)
        // SQLITE_BUSY, SQLITE_LOCKED
        => exception is SqliteException { SqliteErrorCode: 5 or 6 };

    public override bool HasOneOwner => true;

    /// <summary>It finds a parameter by walking through all names of the command, so that long commands cost more than many.</summary>
    public override int MostParameters => 80;

    public override async Task FillAsync(DbContext db, IReadOnlyCollection<string> tables, Func<Task> fill, CancellationToken cancellationToken)
    {
        using (await EnterWriteAsync(cancellationToken))
        {
            await IndexesOff.TakeAsync(db, tables, cancellationToken);
        }

        try
        {
            await fill();
        }
        finally
        {
            using (await EnterWriteAsync(CancellationToken.None))
            {
                await IndexesOff.PutAsync(db, CancellationToken.None);
            }
        }
    }

    public override async Task<string?> WarningAsync(DbContext db, CancellationToken cancellationToken)
    {
        var version = await db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS Value").SingleAsync(cancellationToken);
        return Version.Parse(version) >= FirstWithSoundWal ? null
            : $"SQLite {version} has a rare fault in its write-ahead log (mended in {FirstWithSoundWal}); one process and one writer at a time keep clear of it. Do not let another program open the file.";
    }

    public override async ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellationToken)
    {
        if (!await _gate.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken))
        {
            throw new DatabaseBusyException();
        }

        return new Turn(_gate);
    }

    public override IDisposable TakeOwnership()
    {
        MakeFolder();
        try
        {
            return Open(DataSource + ".lock", FileMode.OpenOrCreate);
        }
        catch (IOException)
        {
            throw new DatabaseInUseException($"The database {DataSource} is in use by another SalesCrm process.");
        }
    }

    /// <summary>What lies in the file is for the program's own user only.</summary>
    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private void MakeFolder()
    {
        var folder = Path.GetDirectoryName(DataSource)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public override async Task PrepareForMigrationAsync(DbContext db, CancellationToken cancellationToken)
    {
        MakeFolder();
        if (!File.Exists(DataSource))
        {
            // SQLite would make it readable for everybody on the machine, and gives the files beside it the same mode.
            Open(DataSource, FileMode.CreateNew).Dispose();
        }

        // A process killed while migrating leaves its lock row behind, and EF would wait for it for ever.
        // Whoever holds the file's ownership knows that nobody else is migrating.
        await db.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL); DELETE FROM "__EFMigrationsLock";""", cancellationToken);
    }

    public override async Task PrepareForUseAsync(DbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        await IndexesOff.PutAsync(db, cancellationToken);
    }

    // Not at start, where the first page would wait for it, and not with a limit on the rows looked at: columns that are nearly always empty would
    // then count as selective.
    public override async Task LearnAsync(DbContext db, CancellationToken cancellationToken)
    {
        using (await EnterWriteAsync(cancellationToken))
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA optimize=0x10002;", cancellationToken);
        }
    }

    public override async Task BackUpAsync(DbContext db, string file, CancellationToken cancellationToken)
    {
        var part = file + ".part";
        File.Delete(part);
        using (await EnterWriteAsync(cancellationToken))
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {part}", cancellationToken);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString()))
        {
            await copy.OpenAsync(cancellationToken);
            await using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (await command.ExecuteScalarAsync(cancellationToken) is not "ok")
            {
                throw new InvalidDataException($"The copy {part} is damaged.");
            }
        }

        // The name is taken only by a copy that is whole and sound.
        File.Move(part, file);
    }

    public override async Task<IReadOnlyList<string>> CheckIntegrityAsync(DbContext db, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA integrity_check; PRAGMA foreign_key_check;";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetString(0) != "ok")
            {
                problems.Add(reader.GetString(0));
            }
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)} row {reader.GetValue(1)} points to a missing {reader.GetString(2)}"));
        }

        return problems;
    }

    private static bool IsInMemory(SqliteConnectionStringBuilder settings)
        => settings.Mode == SqliteOpenMode.Memory || settings.DataSource is "" or ":memory:";

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
