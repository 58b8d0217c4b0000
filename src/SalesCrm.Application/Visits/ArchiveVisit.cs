using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Visits;

/// <summary>Takes a follow-up that was logged by mistake out of the log, or brings it back. The customer's dates and next step follow, and so do the tasks that it did.</summary>
public sealed class ArchiveVisit(CrmDbContext db, CompanyClock clock, VisitChanges changes)
{
    public async Task<Outcome> ExecuteAsync(long id, bool archive, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.VisitsEditedBy(actor).AnyAsync(visit => visit.Id == id, cancellationToken))
        {
            return Outcome.NotFound();
        }

        return await db.InTransactionAsync(actor, async token =>
        {
            var visit = await db.Visits.SingleAsync(v => v.Id == id, token);
            if (visit.ArchivedAt is not null == archive)
            {
                return Outcome.Done();
            }

            visit.ArchivedAt = archive ? clock.UtcNow : null;
            await changes.SettleAsync(db, [visit.CustomerId], token);
            await FollowPlanAsync(visit, archive, token);
            await (archive ? FollowUpTask.ReopenAsync(db, visit, clock.UtcNow, actor, token) : FollowUpTask.FinishAgainAsync(db, visit, clock.UtcNow, actor, token));
            return Outcome.Done();
        }, cancellationToken);
    }

    /// <summary>A next step that stands or falls with this entry: without it the latest other entry says what is planned.</summary>
    private async Task FollowPlanAsync(Visit visit, bool archived, CancellationToken cancellationToken)
    {
        if (NextStep.Of(visit) is not { } planned)
        {
            return;
        }

        var customer = await db.Customers.SingleAsync(c => c.Id == visit.CustomerId, cancellationToken);
        var latest = await db.Visits.AsNoTracking()
            .Where(v => v.CustomerId == visit.CustomerId && v.ArchivedAt == null)
            .OrderByDescending(v => v.At).ThenByDescending(v => v.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (archived ? planned == NextStep.Of(customer) : latest?.Id == visit.Id)
        {
            var next = latest is null ? null : NextStep.Of(latest);
            customer.PlanNext(next?.On, next?.Text);
        }
    }
}
