using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Handovers;

/// <summary>Puts what is in nobody's part into the receivers' parts, and asks them. Inside a transaction.</summary>
internal sealed class HandoverRest(CrmDbContext db, Handover handover)
{
    private const int Batch = 500;

    private readonly HandoverParts _parts = new(db, handover.Id, handover.FromId);
    private int _next;

    /// <param name="receivers">Who gets the rest, evenly where they are several; customers are dealt out grade by grade. Empty where it stays with the giver.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False where no part has anything in it, and nothing was proposed.</returns>
    public async Task<bool> ProposeAsync(IReadOnlyList<HandoverReceiver> receivers, CancellationToken cancellationToken)
    {
        if (receivers.Count > 0)
        {
            var (holders, helpers) = (receivers.Where(receiver => ReceiverChoices.MayHold(receiver.User!)).ToList(), receivers.Where(receiver => ReceiverChoices.MayTakeTasks(receiver.User!)).ToList());
            await DealAsync(HandoverKind.Customer, _parts.FreeCustomers.OrderBy(row => row.Grade).ThenBy(row => row.Id).Select(row => row.Id), holders, cancellationToken);
            await DealAsync(HandoverKind.Opportunity, _parts.FreeOpportunities.OrderBy(row => row.Id).Select(row => row.Id), holders, cancellationToken);
            await DealAsync(HandoverKind.Task, _parts.FreeTasks.OrderBy(row => row.Id).Select(row => row.Id), helpers, cancellationToken);
            await DealAsync(HandoverKind.Lead, _parts.FreeLeads.OrderBy(row => row.Id).Select(row => row.Id), holders, cancellationToken);
        }

        var counts = await _parts.CountAsync(cancellationToken);
        var without = handover.Receivers.Where(receiver => counts.GetValueOrDefault(receiver.UserId) is not { All: > 0 }).ToList();
        if (without.Count == handover.Receivers.Count)
        {
            return false;
        }

        // Who gets nothing has nothing to answer.
        without.ForEach(receiver => handover.Receivers.Remove(receiver));
        handover.Propose();
        return true;
    }

    private async Task DealAsync(HandoverKind kind, IQueryable<long> ids, IReadOnlyList<HandoverReceiver> receivers, CancellationToken cancellationToken)
    {
        foreach (var some in receivers.Count == 0 ? [] : (await ids.ToListAsync(cancellationToken)).Chunk(Batch))
        {
            var items = some.Select(id => new HandoverItem { HandoverId = handover.Id, ReceiverId = receivers[_next++ % receivers.Count].Id, Kind = kind, RecordId = id }).ToList();
            db.HandoverItems.AddRange(items);
            await db.SaveChangesAsync(cancellationToken);
            items.ForEach(item => db.Entry(item).State = EntityState.Detached);
        }
    }
}
