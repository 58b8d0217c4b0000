using SalesCrm.Application;
using SalesCrm.Application.Database;
using SalesCrm.Application.Demo;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Database.Sqlite;

namespace SalesCrm.Benchmarks.Hot;

/// <summary>The demo company with ten thousand customers on a file of its own, and its calendar, which can be turned on.</summary>
internal sealed class Company : IAsyncDisposable
{
    private const int Customers = 10_000;

    private static readonly string Template = Path.Combine(Path.GetTempPath(), $"salescrm-benchmarks-{Environment.ProcessId}.db");

    private readonly ServiceProvider _services;
    private readonly string _file;
    private readonly Calendar _calendar = new();

    private Company(string file)
    {
        _file = file;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_calendar);
        services.AddSingleton(new SignInSettings());
        services.AddSalesCrm(new SqliteEngine($"Data Source={file}"));
        _services = services.BuildServiceProvider();
    }

    public static async Task<Company> OpenAsync()
    {
        if (!File.Exists(Template))
        {
            await using var first = new Company(Template);
            await first._services.GetRequiredService<DatabaseUpkeep>().MigrateAsync(CancellationToken.None);
            await first.With<SeedDemo, bool>(seed => seed.RunAsync(Customers, 1, null, CancellationToken.None));
            await first._services.GetRequiredService<DatabaseUpkeep>().BackUpAsync(Template + ".whole", CancellationToken.None);
        }

        var file = Path.Combine(Path.GetTempPath(), $"salescrm-benchmark-{Guid.NewGuid():N}.db");
        File.Copy(Template + ".whole", file);
        return new Company(file);
    }

    /// <summary>A company that is there already; it will be written to.</summary>
    public static Company On(string file) => new(file) { IsKept = true };

    private bool IsKept { get; init; }

    /// <summary>Somebody of the demo company.</summary>
    public async Task<Actor> ActorAsync(string userName)
        => await With<ActingUser, Actor?>(acting => acting.FindAsync(userName, CancellationToken.None)) ?? throw new InvalidOperationException($"There is no {userName}.");

    public async Task<T> With<TUse, T>(Func<TUse, Task<T>> use)
        where TUse : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUse>());
    }

    public void NextDay() => _calendar.Days++;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_file != Template && !IsKept)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            File.Delete(_file);
        }
    }

    private sealed class Calendar : TimeProvider
    {
        public int Days { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(Days);
    }
}
