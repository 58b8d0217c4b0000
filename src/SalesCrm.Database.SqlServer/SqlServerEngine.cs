using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SalesCrm.Application.Database;

namespace SalesCrm.Database.SqlServer;

/// <summary>SQL Server 2019 and later. The server orders writers itself, so the gate is always open.</summary>
/// <param name="connectionString">Connection string; MARS is switched off.</param>
/// <param name="maxBatchSize">Statements per batch; 1 for servers that accept no MERGE.</param>
public sealed class SqlServerEngine(string connectionString, int? maxBatchSize) : DatabaseEngine
{
    /// <summary>There is none of that name yet, or this login may not open it.</summary>
    private const int CannotOpenDatabase = 4060;

    /// <summary>For acts that take as long as the database is large.</summary>
    private static readonly TimeSpan TakesLong = TimeSpan.FromHours(2);

    private readonly string _connectionString = new SqlConnectionStringBuilder(connectionString)
    {
        MultipleActiveResultSets = false,
        ConnectRetryCount = 0,
    }.ToString();

    public override string Name => "SqlServer";

    public override void Configure(DbContextOptionsBuilder options) => options.UseSqlServer(_connectionString, server =>
    {
        server.MigrationsAssembly(typeof(SqlServerEngine).Assembly.GetName().Name);
        // Somebody waits for the answer: seconds, not the minute that the standard takes.
        server.EnableRetryOnFailure(5, TimeSpan.FromSeconds(3), errorNumbersToAdd: null);
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

    public override bool IsBusy(Exception exception) => exception switch
    {
        RetryLimitExceededException => true,
        SqlException { Class: >= 20 } => true, // the connection is gone
        SqlException refused => refused.Number
            is -2 // time-out
            or 1204 or 1205 or 1222 // no locks left, deadlock, lock time-out
            or 3960 // snapshot conflict
            or 4060 or 40613 or 40197 or 40501 or 17142 or 18401 // the database or its server is not up
            or 8645 or 8651 or 10928 or 10929 or 49918 or 49919 or 49920 // memory, workers or requests exhausted
            or 53 or 64 or 121 or 233 or 258 or 10053 or 10054 or 10060 or 10061, // network
        _ => false,
    };

    public override bool IsTooLong(Exception exception) => exception is SqlException { Number: 2628 or 8152 };

    public override async Task ReachAsync(DbContext db, CancellationToken cancellationToken)
    {
        // A connection of its own: the context would try for minutes. Pooling would keep its failure for a while.
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(_connectionString) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
        }
        catch (SqlException exception) when (exception.Number != CannotOpenDatabase)
        {
            throw new DatabaseUnreachableException($"The database \"{connection.Database}\" on \"{connection.DataSource}\" cannot be opened: {exception.Message}{Cause(exception)}");
        }
    }

    public override bool HasOneOwner => false;

    /// <summary>It takes 2,100, and each command is a way to the server and back.</summary>
    public override int MostParameters => 2_000;

    public override string WithExplicitIds(string table, string insert, bool hasIdentity)
        => hasIdentity ? $"SET IDENTITY_INSERT \"{table}\" ON; {insert}; SET IDENTITY_INSERT \"{table}\" OFF;" : insert;

    public override ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellationToken) => new(OpenGate.Instance);

    public override IDisposable TakeOwnership() => OpenGate.Instance;

    public override Task PrepareForMigrationAsync(DbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TakesLong);
        return Task.CompletedTask;
    }

    public override async Task BackUpAsync(DbContext db, string file, CancellationToken cancellationToken)
    {
        var database = db.Database.GetDbConnection().Database;
        db.Database.SetCommandTimeout(TakesLong);
        await db.Database.ExecuteSqlAsync($"BACKUP DATABASE {database} TO DISK = {file} WITH COPY_ONLY, CHECKSUM, INIT", cancellationToken);
    }

    public override async Task<IReadOnlyList<string>> CheckIntegrityAsync(DbContext db, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TakesLong);
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

    private static string Cause(SqlException exception)
        => exception.InnerException is { } cause && !exception.Message.Contains(cause.Message, StringComparison.Ordinal) ? $" ({cause.Message})" : "";

    private sealed class OpenGate : IDisposable
    {
        public static OpenGate Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
