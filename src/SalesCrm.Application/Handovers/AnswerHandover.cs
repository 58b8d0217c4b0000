using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Handovers;

/// <summary>What becomes of a proposed handover.</summary>
public enum HandoverAnswer
{
    /// <summary>By a receiver; the last one's carries it out.</summary>
    Accept = 1,

    /// <summary>By a receiver, with a reason.</summary>
    Decline = 2,

    /// <summary>By whoever proposed it, or an admin.</summary>
    Withdraw = 3,
}

/// <summary>A receiver accepts or declines a handover, or its proposer withdraws it.</summary>
public sealed class AnswerHandover(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public HandoverAnswer? Answer { get; set; }
        public string? Reason { get; set; }
    }

    public async Task<Outcome<HandoverStatus>> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(actor, token => AnswerAsync(id, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<HandoverStatus>.Conflict("这次交接或其中的记录刚被别人修改，请再试一次");
        }
    }

    /// <summary>What a handover is called among the acts.</summary>
    internal static Text About(string from, IEnumerable<string> receivers) => new("{0} → {1}", from, string.Join("、", receivers));

    private async Task<Outcome<HandoverStatus>> AnswerAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var handover = await db.HandoversOf(actor).Include(row => row.From).Include(row => row.Receivers).ThenInclude(row => row.User).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (handover is null)
        {
            return Outcome<HandoverStatus>.NotFound();
        }

        if (handover.Status != HandoverStatus.Proposed)
        {
            return Outcome<HandoverStatus>.Conflict("这次交接已经处理过了");
        }

        var mine = handover.Receivers.SingleOrDefault(receiver => receiver.UserId == actor.UserId);
        switch (input.Answer)
        {
            case HandoverAnswer.Accept when mine is { AcceptedAt: null }:
                mine.AcceptedAt = clock.UtcNow;
                if (handover.Receivers.All(receiver => receiver.AcceptedAt is not null))
                {
                    var about = About(handover.From!.DisplayName, handover.Receivers.OrderBy(receiver => receiver.UserId).Select(receiver => receiver.User!.DisplayName));
                    await new HandoverMoves(db, clock, handover).RunAsync(about, cancellationToken);
                }

                return handover.Status;
            case HandoverAnswer.Decline when mine is not null:
                if (CleanText.Line(input.Reason) is not { Length: <= ProposeHandover.LongestNote } reason)
                {
                    return Outcome<HandoverStatus>.Invalid(nameof(input.Reason), "请写明原因，不超过 200 字");
                }

                mine.DeclineReason = reason;
                handover.Close(HandoverStatus.Declined, clock.UtcNow);
                return handover.Status;
            case HandoverAnswer.Withdraw when handover.ProposedById == actor.UserId || actor.SeesEverything:
                handover.Close(HandoverStatus.Withdrawn, clock.UtcNow);
                return handover.Status;
            default:
                return Outcome<HandoverStatus>.Forbidden("您不能这样处理这次交接");
        }
    }
}
