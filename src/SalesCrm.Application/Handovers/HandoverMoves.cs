using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Handovers;

/// <summary>
/// Carries parts of a handover out, in the transaction of whoever accepts. What hangs on a customer goes where he goes. Stages, histories, past
/// follow-ups and what is closed stay as they are.
/// </summary>
internal sealed class HandoverMoves(CrmDbContext db, CompanyClock clock, Handover handover)
{
    private const int Batch = 500;

    private readonly HandoverParts _parts = new(db, handover.Id, handover.FromId);

    public async Task RunAsync(IReadOnlyCollection<HandoverReceiver> receivers, CancellationToken cancellationToken)
    {
        foreach (var receiver in receivers)
        {
            await MoveAsync(receiver, cancellationToken);
            receiver.MovedAt = clock.UtcNow;
        }

        var moved = receivers.Sum(row => row.Customers + row.Opportunities + row.Tasks + row.Leads);
        if (moved > 0)
        {
            var about = new Text("{0} → {1}", handover.From!.DisplayName, string.Join("、", receivers.Select(receiver => receiver.User!.DisplayName)));
            var act = db.NameFor(handover.ProposedById, ActKind.Handover, about, moved);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var receiver in receivers)
            {
                receiver.ActId = act.Id;
            }
        }

        // Counts as a change also while others have still to answer, so that of two answers at once the second finds the first.
        db.Entry(handover).Property(row => row.Status).IsModified = true;
        handover.Settle(clock.UtcNow);
    }

    private async Task MoveAsync(HandoverReceiver receiver, CancellationToken cancellationToken)
    {
        var customers = await IdsAsync(_parts.Customers.Select(row => row.Id), HandoverKind.Customer, receiver, cancellationToken);
        foreach (var ids in customers.Chunk(Batch))
        {
            receiver.Opportunities += await MoveAsync(
                PersonHoldings.OpportunitiesOf(db, handover.FromId).Where(row => ids.Contains(row.CustomerId)), opportunity => opportunity.AssignTo(receiver.UserId), cancellationToken);
            receiver.Tasks += await MoveAsync(PersonHoldings.TasksOf(db, handover.FromId).Where(row => ids.Contains(row.CustomerId)), task => task.AssigneeId = receiver.UserId, cancellationToken);
            receiver.Customers += await MoveAsync(_parts.Customers.Where(row => ids.Contains(row.Id)), customer => customer.AssignTo(receiver.UserId), cancellationToken);
        }

        foreach (var ids in (await IdsAsync(PersonHoldings.OpportunitiesOf(db, handover.FromId).Select(row => row.Id), HandoverKind.Opportunity, receiver, cancellationToken)).Chunk(Batch))
        {
            receiver.Opportunities += await MoveAsync(
                PersonHoldings.OpportunitiesOf(db, handover.FromId).Include(row => row.Customer).Where(row => ids.Contains(row.Id)), opportunity => opportunity.AssignTo(receiver.UserId), cancellationToken,
                moved => OpportunityFile.InvolveAsync(db, [.. moved.Select(row => (row.Customer!, row.OwnerId))], cancellationToken));
        }

        foreach (var ids in (await IdsAsync(PersonHoldings.TasksOf(db, handover.FromId).Select(row => row.Id), HandoverKind.Task, receiver, cancellationToken)).Chunk(Batch))
        {
            receiver.Tasks += await MoveAsync(
                PersonHoldings.TasksOf(db, handover.FromId).Include(row => row.Customer).Where(row => ids.Contains(row.Id)), task => task.AssigneeId = receiver.UserId, cancellationToken,
                moved => OpportunityFile.InvolveAsync(db, [.. moved.Select(row => (row.Customer!, row.AssigneeId))], cancellationToken));
        }

        foreach (var ids in (await IdsAsync(PersonHoldings.LeadsOf(db, handover.FromId).Select(row => row.Id), HandoverKind.Lead, receiver, cancellationToken)).Chunk(Batch))
        {
            receiver.Leads += await MoveAsync(PersonHoldings.LeadsOf(db, handover.FromId).Where(row => ids.Contains(row.Id)), lead => lead.OwnerId = receiver.UserId, cancellationToken);
        }
    }

    private Task<List<long>> IdsAsync(IQueryable<long> held, HandoverKind kind, HandoverReceiver receiver, CancellationToken cancellationToken)
        => held.Where(id => _parts.Items(kind).Any(item => item.ReceiverId == receiver.Id && item.RecordId == id)).OrderBy(id => id).ToListAsync(cancellationToken);

    private async Task<int> MoveAsync<T>(IQueryable<T> held, Action<T> move, CancellationToken cancellationToken, Func<List<T>, Task>? after = null)
        where T : class
    {
        var rows = await held.ToListAsync(cancellationToken);
        rows.ForEach(move);
        if (after is not null)
        {
            await after(rows);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var row in db.ChangeTracker.Entries().Where(entry => entry.Entity is not (Handover or HandoverReceiver or Users.User)).ToList())
        {
            row.State = EntityState.Detached;
        }

        return rows.Count;
    }
}
