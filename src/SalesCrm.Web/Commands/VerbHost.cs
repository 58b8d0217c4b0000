using SalesCrm.Application.Database;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Commands;

/// <summary>The program without its pages: settings, use cases and the database, for one verb.</summary>
internal sealed class VerbHost(IHost host) : IAsyncDisposable
{
    public static VerbHost Build(IReadOnlyDictionary<string, string?>? settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
            ContentRootPath = ProgramFolder.Path,
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        CrmServices.AddApplication(builder.Services, builder.Configuration, builder.Environment.ContentRootPath);
        return new VerbHost(builder.Build());
    }

    public async Task<int> RunAsync(Verb verb, VerbArguments arguments, TextReader input, TextWriter output, TextWriter error)
    {
        var engine = host.Services.GetRequiredService<DatabaseEngine>();
        var upkeep = host.Services.GetRequiredService<DatabaseUpkeep>();
        using var ownership = verb.Use == DatabaseUse.Alone ? engine.TakeOwnership() : null;
        await upkeep.ReachAsync(CancellationToken.None);
        if (verb.Use == DatabaseUse.Alone && (engine.HasOneOwner || verb == MigrateVerb.Verb))
        {
            await upkeep.MigrateAsync(CancellationToken.None);
        }
        else if (verb.Use == DatabaseUse.Beside && !await upkeep.IsThereAsync(CancellationToken.None))
        {
            throw new SettingException("There is no database yet.");
        }
        else if (verb.Use == DatabaseUse.Alone && !await upkeep.IsUpToDateAsync(CancellationToken.None))
        {
            throw new SettingException("The database is not at this version: run the verb \"migrate\" first.");
        }

        await using var scope = host.Services.CreateAsyncScope();
        var isDevelopment = host.Services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        return await verb.Run(new VerbCall(arguments, scope.ServiceProvider, input, output, error, isDevelopment), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
