using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Database.SqlServer;

/// <summary>SQL Server 2019 and later. The server orders writers itself, so the gate is always open.</summary>
/// <param name="connectionString">Connection string; MARS is switched off.</param>
/// <param name="maxBatchSize">Statements per batch; 1 for servers that accept no MERGE.</param>
public sealed class SqlServerEngine(string connectionString, int? maxBatchSize) : DatabaseEngine
{
    private readonly string _connectionString = new SqlConnectionStringBuilder(connectionString)
    {
        MultipleActiveResultSets = false,
        ConnectRetryCount = 0,
    }.ToString();

    public override string Name => "SqlServer";

    public override void Configure(DbContextOptionsBuilder options) => options.UseSqlServer(_connectionString, server =>
    {
        server.MigrationsAssembly(typeof(SqlServerEngine).Assembly.GetName().Name);
        server.EnableRetryOnFailure();
        server.UseCompatibilityLevel(150);
        if (maxBatchSize is { } size)
        {
            server.MaxBatchSize(size);
        }
    });

    public override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<decimal>().HavePrecision(18, 2);

        // Compared and ordered by code point like SQLite, so that both engines find and sort alike.
        conventions.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }

    public override bool IsUniqueViolation(DbUpdateException exception)
        => exception.InnerException is SqlException { Number: 2601 or 2627 };

    public override bool IsBusy(Exception exception)
        // time-out, deadlock, lock time-out, cannot open or reach the database, resources exhausted
        => exception is SqlException { Number: -2 or 1205 or 1222 or 4060 or 40613 or 10928 or 10929 or 53 or 233 or 10053 or 10054 or 10060 } or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException;

    public override bool HasOneOwner => false;

    public override ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellationToken) => new(OpenGate.Instance);

    public override IDisposable TakeOwnership() => OpenGate.Instance;

    public override Task PrepareForMigrationAsync(DbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task BackUpAsync(DbContext db, string file, CancellationToken cancellationToken)
    {
        var database = db.Database.GetDbConnection().Database;
        await db.Database.ExecuteSqlAsync($"BACKUP DATABASE {database} TO DISK = {file} WITH COPY_ONLY, CHECKSUM, INIT", cancellationToken);
    }

    public override string WithExplicitIds(string table, string insert, bool hasIdentity)
        => hasIdentity ? $"SET IDENTITY_INSERT \"{table}\" ON; {insert}; SET IDENTITY_INSERT \"{table}\" OFF;" : insert;

    public override async Task<IReadOnlyList<string>> CheckIntegrityAsync(DbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("DBCC CHECKDB WITH NO_INFOMSGS", cancellationToken);
            return [];
        }
        catch (SqlException exception)
        {
            return exception.Errors.Cast<SqlError>().Select(error => error.Message).ToList();
        }
    }

    private sealed class OpenGate : IDisposable
    {
        public static OpenGate Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
