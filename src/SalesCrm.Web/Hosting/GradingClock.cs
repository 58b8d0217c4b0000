using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;

namespace SalesCrm.Web.Hosting;

/// <summary>Asks every few minutes whether tonight's grading is due; of all nodes one then does it.</summary>
public sealed class GradingClock(IServiceScopeFactory scopes, ILogger<GradingClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(2));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<NightlyGrading>().RunIfDueAsync(stoppingToken) is { } done)
                {
                    logger.LogInformation("Graded {Customers} customers: {Raised} up, {Lowered} down.", done.Customers, done.Raised, done.Lowered);
                    await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().LearnAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "The nightly grading did not finish; it is tried again when its turn has run out.");
            }
        }
    }
}
