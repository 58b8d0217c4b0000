using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Handovers;

/// <summary>Ends the division by hand: says what becomes of the rest, and asks the receivers.</summary>
public sealed class SendHandover(CrmDbContext db, CompanyClock clock)
{
    /// <summary>The rest goes to all receivers alike.</summary>
    public const long Evenly = 0;

    /// <summary>The rest stays with the giver.</summary>
    public const long Stays = -1;

    public sealed record Input
    {
        /// <summary>Who gets what is in nobody's part: a receiver, <see cref="Evenly"/> or <see cref="Stays"/>. Where there is such a rest, somebody has to choose.</summary>
        public long? RestId { get; set; }

        /// <summary>Without asking the receivers; only the admin may.</summary>
        public bool AtOnce { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(actor, token => SendAsync(id, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict("这次交接刚被别人修改，请再试一次");
        }
    }

    private async Task<Outcome> SendAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var handover = await db.HandoversDividedBy(actor).Include(row => row.From).Include(row => row.Receivers).ThenInclude(row => row.User).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (handover is null)
        {
            return Outcome.NotFound();
        }

        var division = new HandoverParts(db, handover.Id, handover.FromId);
        if (input.RestId is null && await division.HasRestAsync(cancellationToken))
        {
            return Outcome.Invalid(nameof(input.RestId), "还有没分的，请选择给谁，或者留下");
        }

        var rest = handover.Receivers.Where(receiver => input.RestId == Evenly || receiver.UserId == input.RestId).OrderBy(receiver => receiver.UserId).ToList();
        if (input.RestId is not (null or Stays) && rest.Count == 0)
        {
            return Outcome.Invalid(nameof(input.RestId), "请选择这次交接的接收人");
        }

        var parts = await division.CountAsync(cancellationToken);
        if (handover.Receivers.Select(receiver => ReceiverChoices.ProblemOf(receiver.User!, parts.GetValueOrDefault(receiver.UserId, PersonHoldings.Count.None))).FirstOrDefault(problem => problem is not null) is { } problem)
        {
            return Outcome.Invalid("", problem);
        }

        if (!await new HandoverRest(db, handover).ProposeAsync(rest, cancellationToken))
        {
            return Outcome.Invalid("", "还没有分给任何人，请先分配");
        }

        if (input.AtOnce && actor.Role == Role.Admin)
        {
            await db.SaveChangesAsync(cancellationToken);
            await new HandoverMoves(db, clock, handover).RunAsync([.. handover.Receivers], cancellationToken);
        }

        return Outcome.Done();
    }
}
