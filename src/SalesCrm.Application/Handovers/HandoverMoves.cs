using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Handovers;

/// <summary>
/// Carries a handover out, in the transaction of whoever accepts last. Customers are dealt out grade by grade; what belongs to a customer goes where he
/// goes, the rest is dealt out as well. Stages, histories, past follow-ups and what is closed stay as they are.
/// </summary>
internal sealed class HandoverMoves(CrmDbContext db, CompanyClock clock, Handover handover)
{
    private const int Batch = 500;

    private readonly List<HandoverReceiver> _receivers = [.. handover.Receivers.OrderBy(receiver => receiver.UserId)];
    private readonly Dictionary<long, HandoverReceiver> _ofCustomer = [];
    private int _next;

    public async Task RunAsync(Text about, CancellationToken cancellationToken)
    {
        await MoveAsync(
            await PersonHoldings.CustomersOf(db, handover.FromId).OrderBy(row => row.Grade).ThenBy(row => row.Id).Select(row => new Place(row.Id, row.Id)).ToListAsync(cancellationToken),
            ids => db.Customers.Where(row => ids.Contains(row.Id)),
            (customer, receiver) =>
            {
                _ofCustomer.Add(customer.Id, receiver);
                customer.AssignTo(receiver.UserId);
                receiver.Customers++;
            },
            customer => customer.Id, cancellationToken);
        await MoveAsync(
            await PersonHoldings.OpportunitiesOf(db, handover.FromId).OrderBy(row => row.Id).Select(row => new Place(row.Id, row.CustomerId)).ToListAsync(cancellationToken),
            ids => db.Opportunities.Include(row => row.Customer).Where(row => ids.Contains(row.Id)),
            (opportunity, receiver) =>
            {
                opportunity.AssignTo(receiver.UserId);
                receiver.Opportunities++;
            },
            opportunity => opportunity.Id, cancellationToken,
            moved => OpportunityFile.InvolveAsync(db, [.. moved.Select(row => (row.Customer!, row.OwnerId))], cancellationToken));
        await MoveAsync(
            await PersonHoldings.TasksOf(db, handover.FromId).OrderBy(row => row.Id).Select(row => new Place(row.Id, row.CustomerId)).ToListAsync(cancellationToken),
            ids => db.FollowUpTasks.Where(row => ids.Contains(row.Id)),
            (task, receiver) =>
            {
                task.AssigneeId = receiver.UserId;
                receiver.Tasks++;
            },
            task => task.Id, cancellationToken);
        await MoveAsync(
            await PersonHoldings.LeadsOf(db, handover.FromId).OrderBy(row => row.Id).Select(row => new Place(row.Id, 0)).ToListAsync(cancellationToken),
            ids => db.Leads.Where(row => ids.Contains(row.Id)),
            (lead, receiver) =>
            {
                lead.OwnerId = receiver.UserId;
                receiver.Leads++;
            },
            lead => lead.Id, cancellationToken);

        var act = db.NameFor(handover.ProposedById, ActKind.Handover, about, _receivers.Sum(row => row.Customers + row.Opportunities + row.Tasks + row.Leads));
        await db.SaveChangesAsync(cancellationToken);
        handover.ActId = act.Id;
        handover.Close(HandoverStatus.Done, clock.UtcNow);
    }

    private async Task MoveAsync<T>(
        IReadOnlyList<Place> places, Func<IReadOnlyCollection<long>, IQueryable<T>> load, Action<T, HandoverReceiver> move, Func<T, long> idOf, CancellationToken cancellationToken,
        Func<List<T>, Task>? after = null)
        where T : class
    {
        foreach (var some in places.Chunk(Batch))
        {
            var ids = some.Select(place => place.Id).ToList();
            var rows = await load(ids).ToListAsync(cancellationToken);
            var customers = some.ToDictionary(place => place.Id, place => place.CustomerId);
            foreach (var row in rows.OrderBy(row => ids.IndexOf(idOf(row))))
            {
                move(row, _ofCustomer.GetValueOrDefault(customers[idOf(row)]) ?? _receivers[_next++ % _receivers.Count]);
            }

            if (after is not null)
            {
                await after(rows);
            }

            await db.SaveChangesAsync(cancellationToken);
            foreach (var row in db.ChangeTracker.Entries().Where(entry => entry.Entity is not (Handover or HandoverReceiver)).ToList())
            {
                row.State = EntityState.Detached;
            }
        }
    }

    private sealed record Place(long Id, long CustomerId);
}
