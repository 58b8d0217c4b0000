using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application;
using SalesCrm.Application.Database;
using SalesCrm.Database.SqlServer;

namespace SalesCrm.Database.Tests;

/// <summary>
/// SQL Server as far as it goes without a server: queries are translated by its provider, kept, and answered with no rows. Shows that
/// a reader can be translated at all, how many commands it takes, and what they say.
/// </summary>
internal sealed class SilentServer : DbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>The provider asks only for as many columns as it reads.</summary>
    private const int MostColumns = 200;

    private readonly List<string> _commands = [];

    private SilentServer()
    {
    }

    /// <summary>Runs <paramref name="read"/> and gives back the T-SQL of its commands.</summary>
    public static async Task<IReadOnlyList<string>> ListenAsync<TReader>(Func<TReader, Task> read)
        where TReader : notnull
    {
        var server = new SilentServer();
        var engine = new SqlServerEngine("Server=nowhere;Database=none;Encrypt=false", null);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSalesCrm(engine);
        services.AddDbContext<CrmDbContext>((_, options) =>
        {
            engine.Configure(options);
            options.AddInterceptors(server);
        });
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await read(scope.ServiceProvider.GetRequiredService<TReader>());
        return server._commands;
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        => new(InterceptionResult.Suppress());

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _commands.Add(command.CommandText);
        using var nothing = new DataTable();
        nothing.Columns.AddRange([.. Enumerable.Range(0, MostColumns).Select(_ => new DataColumn())]);
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader()));
    }
}
