using SalesCrm.Application.Database;

namespace SalesCrm.Web.Hosting;

/// <summary>Asks every few minutes whether a job of tonight is due; of all nodes one then does it.</summary>
public sealed class NightClock(IServiceScopeFactory scopes, ILogger<NightClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(2));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (await RunAsync(stoppingToken))
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().LearnAsync(stoppingToken);
            }
        }
    }

    /// <summary>Each job in a scope of its own; one that fails keeps none of the others from their turn.</summary>
    private async Task<bool> RunAsync(CancellationToken stoppingToken)
    {
        var done = false;
        await using var all = scopes.CreateAsyncScope();
        foreach (var kind in all.ServiceProvider.GetServices<INightlyJob>().Select(job => job.GetType()))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await ((INightlyJob)scope.ServiceProvider.GetRequiredService(kind)).RunIfDueAsync(stoppingToken))
                {
                    done = true;
                    logger.LogInformation("The nightly job {Job} is done.", kind.Name);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "The nightly job {Job} did not finish; it is tried again when its turn has run out.", kind.Name);
            }
        }

        return done;
    }
}
