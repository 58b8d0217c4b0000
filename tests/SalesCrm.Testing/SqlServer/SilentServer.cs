using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application;
using SalesCrm.Application.Database;
using SalesCrm.Database.SqlServer;

namespace SalesCrm.Testing.SqlServer;

/// <summary>
/// SQL Server as far as it goes without a server: commands are translated by its provider, kept, and answered with no rows. Shows that
/// a query can be translated at all, how many commands it takes, and what they say.
/// </summary>
internal sealed class SilentServer : DbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>SQL Server takes 2,100; two of them carry the command itself.</summary>
    private const int MostParameters = 2_098;

    /// <summary>The provider asks only for as many columns as it reads.</summary>
    private const int MostColumns = 200;

    private readonly List<string> _commands = [];

    /// <summary>The T-SQL of what was sent.</summary>
    public IReadOnlyList<string> Commands => _commands;

    public static SqlServerEngine Engine { get; } = new("Server=nowhere;Database=none;Encrypt=false", 1);

    /// <summary>Runs <paramref name="read"/> and gives back the T-SQL of its commands.</summary>
    public static async Task<IReadOnlyList<string>> ListenAsync<TReader>(Func<TReader, Task> read)
        where TReader : notnull
    {
        var server = new SilentServer();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSalesCrm(Engine);
        services.ConfigureDbContext<CrmDbContext>(options => options.AddInterceptors(server));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await read(scope.ServiceProvider.GetRequiredService<TReader>());
        return server._commands;
    }

    /// <summary>A context whose commands end here.</summary>
    public CrmDbContext Connect()
    {
        var options = new DbContextOptionsBuilder<CrmDbContext>();
        Engine.Configure(options);
        options.AddInterceptors(this);
        return new CrmDbContext(options.Options, Engine, SaveFollowers.None, TimeProvider.System);
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        => new(InterceptionResult.Suppress());

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Keep(command);
        using var nothing = new DataTable();
        nothing.Columns.AddRange([.. Enumerable.Range(0, MostColumns).Select(_ => new DataColumn())]);
        return InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader());
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        => new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Keep(command);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        => new(NonQueryExecuting(command, eventData, result));

    private void Keep(DbCommand command)
    {
        _commands.Add(command.Parameters.Count <= MostParameters ? command.CommandText
            : throw new NotTSqlException($"{command.Parameters.Count} parameters in one command; SQL Server takes {MostParameters}."));
    }
}
