using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Handovers;

/// <summary>
/// Proposes to hand what a person holds to one or several others: evenly, or divided by hand afterwards. An admin may let an even one take effect at
/// once, so that an account can be closed today.
/// </summary>
public sealed class ProposeHandover(CrmDbContext db, CompanyClock clock, PersonHoldings holdings)
{
    public const int MostReceivers = 20;
    public const int LongestNote = 200;

    public sealed record Input
    {
        public long? FromId { get; set; }
        public List<long> ReceiverIds { get; set; } = [];
        public HandoverDivision Division { get; set; } = HandoverDivision.Evenly;
        public string? Note { get; set; }

        /// <summary>Without asking the receivers; only where it is divided evenly.</summary>
        public bool AtOnce { get; set; }
    }

    /// <returns>The handover's id.</returns>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Manager or Role.Admin))
        {
            return Outcome<long>.Forbidden("只有经理和管理员可以发起交接");
        }

        if (!Enum.IsDefined(input.Division))
        {
            return Outcome<long>.Invalid(nameof(input.Division), "请选择怎样分配");
        }

        return CleanText.Line(input.Note)?.Length > LongestNote
            ? Outcome<long>.Invalid(nameof(input.Note), new Text("最多 {0} 个字", LongestNote))
            : await db.InTransactionAsync(actor, token => ProposeAsync(input, actor, token), cancellationToken);
    }

    private async Task<Outcome<long>> ProposeAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var from = await db.UsersOf(actor).SingleOrDefaultAsync(user => user.Id == input.FromId, cancellationToken);
        if (from is null)
        {
            return Outcome<long>.Invalid(nameof(input.FromId), "请选择自己或所管团队的人");
        }

        if (await db.Handovers.AnyAsync(row => row.FromId == from.Id && (row.Status == HandoverStatus.Proposed || row.Status == HandoverStatus.Draft), cancellationToken))
        {
            return Outcome<long>.Invalid("", "他已有一次交接在等待分配或接收，请先处理那一次");
        }

        var held = await holdings.CountAsync(from.Id, cancellationToken);
        if (held.All == 0)
        {
            return Outcome<long>.Invalid(nameof(input.FromId), "他名下没有需要交接的客户、商机、任务或线索");
        }

        var ids = input.ReceiverIds.Distinct().ToList();
        var receivers = await ReceiverChoices.Of(db, from.Id, held, actor).Where(user => ids.Contains(user.Id)).OrderBy(user => user.Id).ToListAsync(cancellationToken);
        if (ids.Count is 0 or > MostReceivers || receivers.Count != ids.Count)
        {
            return Outcome<long>.Invalid(nameof(input.ReceiverIds), "请选择所管团队中其他在职的销售或经理");
        }

        var handover = new Handover { FromId = from.Id, ProposedById = actor.UserId, ProposedAt = clock.UtcNow, Note = CleanText.Line(input.Note), Division = input.Division };
        receivers.ForEach(receiver => handover.Receivers.Add(new HandoverReceiver { UserId = receiver.Id }));
        db.Handovers.Add(handover);
        await db.SaveChangesAsync(cancellationToken);
        if (input.Division == HandoverDivision.Evenly)
        {
            await new HandoverRest(db, handover).ProposeAsync([.. handover.Receivers], cancellationToken);
            if (input.AtOnce && actor.Role == Role.Admin)
            {
                await db.SaveChangesAsync(cancellationToken);
                await new HandoverMoves(db, clock, handover).RunAsync([.. handover.Receivers], cancellationToken);
            }
        }

        return handover.Id;
    }
}
