using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesCrm.Application.Database;

namespace SalesCrm.Web.Hosting;

/// <summary>Ready when the database answers and is at this version.</summary>
public sealed class DatabaseHealth(DatabaseUpkeep upkeep) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => await upkeep.IsUpToDateAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

public static class Health
{
    private static readonly HttpMethodMetadata Reading = new(["GET", "HEAD"]);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting().WithMetadata(Reading);
        app.MapHealthChecks("/health/ready").AllowAnonymous().WithMetadata(Reading);
    }
}
