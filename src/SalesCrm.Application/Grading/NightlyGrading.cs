using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading;

/// <summary>Grades everybody once a day, soon after the company's midnight, on one node only; an override that ran out ends here.</summary>
public sealed class NightlyGrading(CrmDbContext db, CompanyClock clock, RegradeCustomers regrade) : INightlyJob
{
    internal const string Job = "grading";

    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(30);

    /// <summary>What was done; null when today's run is done already or somebody else's.</summary>
    public async Task<RegradeCustomers.Result?> RunIfDueAsync(CancellationToken cancellationToken)
    {
        RegradeCustomers.Result? result = null;
        await JobTurn.RunAsync(db, Job, clock.Today, AtMost, async token => result = (await regrade.ExecuteAsync(Actor.System, token)).Value, cancellationToken);
        return result;
    }

    async Task<bool> INightlyJob.RunIfDueAsync(CancellationToken cancellationToken) => await RunIfDueAsync(cancellationToken) is not null;
}
