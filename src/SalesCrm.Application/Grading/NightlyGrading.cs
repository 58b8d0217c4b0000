using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading;

/// <summary>Grades everybody once a day, soon after the company's midnight, on one node only; an override that ran out ends here.</summary>
public sealed class NightlyGrading(CrmDbContext db, CompanyClock clock, RegradeCustomers regrade)
{
    internal const string Job = "grading";

    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(30);

    /// <summary>What was done; null when today's run is done already or somebody else's.</summary>
    public async Task<RegradeCustomers.Result?> RunIfDueAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today;
        if (!await JobTurn.TakeAsync(db, Job, today, AtMost, cancellationToken))
        {
            return null;
        }

        var outcome = await regrade.ExecuteAsync(Actor.System, cancellationToken);
        await JobTurn.FinishAsync(db, Job, today, cancellationToken);
        return outcome.Value;
    }
}
