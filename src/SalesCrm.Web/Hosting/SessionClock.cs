using SalesCrm.Application.Users.Sessions;

namespace SalesCrm.Web.Hosting;

/// <summary>Writes down twice a minute which sessions were used.</summary>
public sealed class SessionClock(IServiceScopeFactory scopes, ILogger<SessionClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TouchSessions>().ExecuteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "Could not note which sessions were used; trying again in half a minute.");
            }
        }
    }
}
