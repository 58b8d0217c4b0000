using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Handovers;

/// <summary>Handovers that concern a person, the latest first, and one of them with its counts.</summary>
public sealed class HandoverList(CrmDbContext db, PersonHoldings holdings)
{
    private static readonly ListOrder<Handover, long> Order = new("latest", handover => handover.Id, handover => handover.Id);

    public sealed record HandoverRow(long Id, string From, string ProposedBy, DateTime ProposedAt, HandoverStatus Status, int Receivers, bool Waits);

    /// <param name="Now">What the receiver holds at this moment.</param>
    /// <param name="Got">What he got when it was carried out; nothing before.</param>
    public sealed record ReceiverRow(long UserId, string Name, DateTime? AcceptedAt, string? DeclineReason, PersonHoldings.Count Now, PersonHoldings.Count Got);

    /// <param name="Left">What the person still holds at this moment.</param>
    /// <param name="MayAnswer">The reader is a receiver who has not accepted yet.</param>
    public sealed record Card(
        long Id, string From, string ProposedBy, DateTime ProposedAt, string? Note, HandoverStatus Status, DateTime? ClosedAt, long? ActId,
        PersonHoldings.Count Left, IReadOnlyList<ReceiverRow> Receivers, bool MayAnswer, bool MayWithdraw);

    public Task<Page<HandoverRow>> ReadAsync(string? cursor, Actor actor, CancellationToken cancellationToken)
        => Order.ReadAsync(
            db.HandoversOf(actor).AsNoTracking(),
            row => new HandoverRow(
                row.Id, row.From!.DisplayName, row.ProposedBy!.DisplayName, row.ProposedAt, row.Status, row.Receivers.Count,
                row.Status == HandoverStatus.Proposed && row.Receivers.Any(receiver => receiver.UserId == actor.UserId && receiver.AcceptedAt == null)),
            new PageRequest("latest", true, cursor, 50), cancellationToken);

    /// <summary>How many wait for the actor's answer.</summary>
    public Task<int> WaitingAsync(Actor actor, CancellationToken cancellationToken)
        => db.HandoverReceivers.CountAsync(row => row.UserId == actor.UserId && row.AcceptedAt == null && row.Handover!.Status == HandoverStatus.Proposed, cancellationToken);

    public async Task<Card?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.HandoversOf(actor).AsNoTracking().Include(row => row.From).Include(row => row.ProposedBy).Include(row => row.Receivers).ThenInclude(row => row.User)
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (found is null)
        {
            return null;
        }

        var receivers = new List<ReceiverRow>();
        foreach (var row in found.Receivers.OrderBy(row => row.UserId))
        {
            receivers.Add(new ReceiverRow(
                row.UserId, row.User!.DisplayName, row.AcceptedAt, row.DeclineReason, await holdings.CountAsync(row.UserId, cancellationToken),
                new PersonHoldings.Count(row.Customers, row.Opportunities, row.Tasks, row.Leads)));
        }

        var isOpen = found.Status == HandoverStatus.Proposed;
        return new Card(
            found.Id, found.From!.DisplayName, found.ProposedBy!.DisplayName, found.ProposedAt, found.Note, found.Status, found.ClosedAt, found.ActId,
            await holdings.CountAsync(found.FromId, cancellationToken), receivers,
            isOpen && receivers.Exists(row => row.UserId == actor.UserId && row.AcceptedAt is null), isOpen && (found.ProposedById == actor.UserId || actor.SeesEverything));
    }
}
