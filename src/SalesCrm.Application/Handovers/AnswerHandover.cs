using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Handovers;

/// <summary>What becomes of a proposed handover.</summary>
public enum HandoverAnswer
{
    /// <summary>By a receiver; his part is his then.</summary>
    Accept = 1,

    /// <summary>By a receiver, with a reason.</summary>
    Decline = 2,

    /// <summary>By whoever proposed it, or an admin.</summary>
    Withdraw = 3,
}

/// <summary>A receiver accepts or declines his part of a handover, or its proposer withdraws what was not answered yet.</summary>
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

    private async Task<Outcome<HandoverStatus>> AnswerAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var handover = await db.HandoversOf(actor).Include(row => row.From).Include(row => row.Receivers).ThenInclude(row => row.User).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (handover is null)
        {
            return Outcome<HandoverStatus>.NotFound();
        }

        if (!handover.IsOpen)
        {
            return Outcome<HandoverStatus>.Conflict("这次交接已经处理过了");
        }

        var mine = handover.Receivers.SingleOrDefault(receiver => receiver.UserId == actor.UserId);
        switch (input.Answer)
        {
            case HandoverAnswer.Accept when mine is { MovedAt: null, DeclineReason: null } && handover.Status == HandoverStatus.Proposed:
                var parts = await new HandoverParts(db, handover.Id, handover.FromId).CountAsync(cancellationToken);
                if (ReceiverChoices.ProblemOf(mine.User!, parts.GetValueOrDefault(mine.UserId, PersonHoldings.Count.None)) is { } problem)
                {
                    return Outcome<HandoverStatus>.Invalid("", problem);
                }

                await new HandoverMoves(db, clock, handover).RunAsync([mine], cancellationToken);
                return handover.Status;
            case HandoverAnswer.Decline when mine is { MovedAt: null, DeclineReason: null } && handover.Status == HandoverStatus.Proposed:
                if (CleanText.Line(input.Reason) is not { Length: <= ProposeHandover.LongestNote } reason)
                {
                    return Outcome<HandoverStatus>.Invalid(nameof(input.Reason), "请写明原因，不超过 200 字");
                }

                mine.DeclineReason = reason;
                db.Entry(handover).Property(row => row.Status).IsModified = true;
                handover.Settle(clock.UtcNow);
                return handover.Status;
            case HandoverAnswer.Withdraw when handover.ProposedById == actor.UserId || actor.SeesEverything:
                handover.Withdraw(clock.UtcNow);
                return handover.Status;
            default:
                return Outcome<HandoverStatus>.Forbidden("您不能这样处理这次交接");
        }
    }
}
