using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Uploads;

namespace SalesCrm.Web.Hosting;

/// <summary>Works through the files that wait to be tried or written, one at a time, beside the requests.</summary>
public sealed class ImportWorker(IServiceScopeFactory scopes, ImportQueue queue, ILogger<ImportWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<CarryOutImport>().ExecuteAsync(job, stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().LearnAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "An import failed; nothing of it was written.");
            }
        }
    }
}
