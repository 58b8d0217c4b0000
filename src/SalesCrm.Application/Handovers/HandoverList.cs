using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Handovers;

/// <summary>Handovers that concern a person, the latest first, and one of them with its counts.</summary>
public sealed class HandoverList(CrmDbContext db, PersonHoldings holdings)
{
    private static readonly ListOrder<Handover, long> Order = new("latest", handover => handover.Id, handover => handover.Id);

    /// <param name="Waits">For the reader: to divide it, or to answer.</param>
    public sealed record HandoverRow(long Id, string From, string ProposedBy, DateTime ProposedAt, HandoverStatus Status, int Receivers, bool Waits);

    /// <param name="Now">What the receiver holds at this moment.</param>
    /// <param name="Part">What is in his part: to come while it waits, what he got once it is his.</param>
    public sealed record ReceiverRow(long UserId, string Name, DateTime? MovedAt, string? DeclineReason, long? ActId, PersonHoldings.Count Now, PersonHoldings.Count Part)
    {
        public bool Waits => MovedAt is null && DeclineReason is null;
    }

    /// <param name="Left">What the person still holds at this moment.</param>
    /// <param name="MayDivide">The reader may say who gets what.</param>
    /// <param name="MayAnswer">The reader is a receiver who has not answered yet.</param>
    public sealed record Card(
        long Id, string From, string ProposedBy, DateTime ProposedAt, string? Note, HandoverDivision Division, HandoverStatus Status, DateTime? ClosedAt,
        PersonHoldings.Count Left, IReadOnlyList<ReceiverRow> Receivers, bool MayDivide, bool MayAnswer, bool MayWithdraw)
    {
        public bool IsOpen => Status is HandoverStatus.Draft or HandoverStatus.Proposed;

        /// <summary>What the person will still hold when everybody who has still to answer accepts.</summary>
        public PersonHoldings.Count LeftAfter => Receivers.Where(row => row.Waits).Aggregate(Left, (left, row) => left - row.Part);
    }

    public Task<Page<HandoverRow>> ReadAsync(string? cursor, Actor actor, CancellationToken cancellationToken)
    {
        var divided = db.HandoversDividedBy(actor);
        return Order.ReadAsync(
            db.HandoversOf(actor).AsNoTracking(),
            row => new HandoverRow(
                row.Id, row.From!.DisplayName, row.ProposedBy!.DisplayName, row.ProposedAt, row.Status, row.Receivers.Count,
                divided.Any(one => one.Id == row.Id)
                    || (row.Status == HandoverStatus.Proposed && row.Receivers.Any(receiver => receiver.UserId == actor.UserId && receiver.MovedAt == null && receiver.DeclineReason == null))),
            new PageRequest("latest", true, cursor, 50), cancellationToken);
    }

    /// <summary>How many wait for the actor: for his answer, or to be divided by him at the proposer's wish.</summary>
    public Task<int> WaitingAsync(Actor actor, CancellationToken cancellationToken)
        => db.HandoversOf(actor).CountAsync(
            row => (row.Status == HandoverStatus.Draft && row.Division == HandoverDivision.ByGiver && row.FromId == actor.UserId)
                || (row.Status == HandoverStatus.Proposed && row.Receivers.Any(receiver => receiver.UserId == actor.UserId && receiver.MovedAt == null && receiver.DeclineReason == null)),
            cancellationToken);

    public async Task<Card?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.HandoversOf(actor).AsNoTracking().Include(row => row.From).Include(row => row.ProposedBy).Include(row => row.Receivers).ThenInclude(row => row.User)
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (found is null)
        {
            return null;
        }

        var held = await holdings.CountAsync([found.FromId, .. found.Receivers.Select(row => row.UserId)], cancellationToken);
        var parts = found.IsOpen ? await new HandoverParts(db, found.Id, found.FromId).CountAsync(cancellationToken) : new Dictionary<long, PersonHoldings.Count>();
        var receivers = found.Receivers.OrderBy(row => row.UserId).Select(row => new ReceiverRow(
            row.UserId, row.User!.DisplayName, row.MovedAt, row.DeclineReason, row.ActId, held[row.UserId],
            row.MovedAt is null ? parts.GetValueOrDefault(row.UserId, PersonHoldings.Count.None) : new PersonHoldings.Count(row.Customers, row.Opportunities, row.Tasks, row.Leads))).ToList();
        var isProposer = found.ProposedById == actor.UserId || actor.SeesEverything;
        return new Card(
            found.Id, found.From!.DisplayName, found.ProposedBy!.DisplayName, found.ProposedAt, found.Note, found.Division, found.Status, found.ClosedAt, held[found.FromId], receivers,
            found.Status == HandoverStatus.Draft && (isProposer || (found.FromId == actor.UserId && found.Division == HandoverDivision.ByGiver)),
            found.Status == HandoverStatus.Proposed && receivers.Exists(row => row.UserId == actor.UserId && row.Waits), found.IsOpen && isProposer);
    }
}
