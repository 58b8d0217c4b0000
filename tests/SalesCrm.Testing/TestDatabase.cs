using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application;
using SalesCrm.Application.Database;
using SalesCrm.Database.Sqlite;
using SalesCrm.Testing.SqlServer;

namespace SalesCrm.Testing;

/// <summary>
/// A database of its own for one test: a copy of a file that was migrated once with the real migrations, or, where
/// <c>SALESCRM_TEST_SQLSERVER</c> names a server, one of a few databases there, emptied for this test. Holds the told <see cref="World"/>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);

    private readonly ServiceProvider _services;
    private readonly string? _file;
    private readonly ServerDatabase? _onServer;

    private TestDatabase(DatabaseEngine engine, string? file, ServerDatabase? onServer = null)
    {
        (_file, _onServer) = (file, onServer);
        Engine = engine;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddSalesCrm(engine);
        services.ConfigureDbContext<CrmDbContext>(options => options.AddInterceptors(SqlServerTwin.Instance));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public DatabaseEngine Engine { get; }

    public FixedClock Clock { get; } = new();

    /// <summary>For a context that a test makes itself.</summary>
    public SaveFollowers Followers => _services.GetRequiredService<SaveFollowers>();

    public static string? SqlServer => Environment.GetEnvironmentVariable("SALESCRM_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    public static async Task<TestDatabase> CreateAsync()
    {
        if (SqlServer is { } server)
        {
            return await CreateOnServerAsync(server);
        }

        var file = await CopyTemplateAsync();
        return new TestDatabase(new SqliteEngine($"Data Source={file}"), file);
    }

    /// <summary>A fresh copy of the migrated template with the told world in it.</summary>
    public static async Task<string> CopyTemplateAsync()
    {
        var file = NewFile();
        File.Copy(await Template.Value, file);
        return file;
    }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Runs <paramref name="act"/> with a use case or reader from a scope of its own.</summary>
    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = Scope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task With<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = Scope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs <paramref name="act"/> with a context of its own.</summary>
    internal Task<TResult> Read<TResult>(Func<CrmDbContext, Task<TResult>> act) => With(act);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _onServer?.GiveBack();
        if (_file is not null)
        {
            Delete(_file);
        }
    }

    public static void Delete(string file)
    {
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 10 }.ToString()))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var part in new[] { file, file + "-wal", file + "-shm", file + ".lock" })
        {
            File.Delete(part);
        }
    }

    private static async Task<string> CreateTemplateAsync()
    {
        var file = NewFile();
        var database = new TestDatabase(new SqliteEngine($"Data Source={file};Pooling=False"), null);
        await FillAsync(database);
        await using (var scope = database.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        }

        await database._services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(file);
        return file;
    }

    private static async Task<TestDatabase> CreateOnServerAsync(string server)
    {
        var onServer = ServerDatabase.Take(server);
        var database = new TestDatabase(onServer.Engine, null, onServer);
        await database.With<CrmDbContext>(onServer.EmptyAsync);
        await FillAsync(database);
        return database;
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await database.With<DatabaseUpkeep>(upkeep => upkeep.MigrateAsync(CancellationToken.None));
        await database.With<CrmDbContext>(World.TellAsync);
    }

    /// <summary>In memory where the machine offers it: the tests commit thousands of times and need not survive a power cut.</summary>
    private static string NewFile() => Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"salescrm-{Guid.NewGuid():N}.db");
}
