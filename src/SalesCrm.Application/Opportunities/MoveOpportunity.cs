using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities;

/// <summary>Brings an opportunity to another open step, or a won one out of its after-sales step. Winning and losing are acts of their own.</summary>
public sealed class MoveOpportunity(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public StageCode? Stage { get; set; }

        /// <summary>Needed when it goes back, skips a step or comes to life again.</summary>
        public string? Reason { get; set; }

        /// <summary>The version that the mover saw; empty does not ask.</summary>
        public Guid? Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您操作期间，其他人修改了这个商机，请看过最新情况后再移动";

    /// <summary>The gate that was passed, or that keeps it where it is.</summary>
    public async Task<Outcome<StageGate>> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.OpportunitiesWorkedBy(actor.ForOne).AnyAsync(row => row.Id == id && row.ArchivedAt == null, cancellationToken))
        {
            return Outcome<StageGate>.NotFound();
        }

        if (input.Stage is not { } target || !Enum.IsDefined(target) || target == StageCode.Lost)
        {
            return Outcome<StageGate>.Invalid(nameof(input.Stage), "请选择要移动到的阶段");
        }

        if (CleanText.ReadLines(input.Reason, 500).Problem is { } problem)
        {
            return Outcome<StageGate>.Invalid(nameof(input.Reason), problem);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => MoveAsync(id, target, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<StageGate>.Conflict(ConflictMessage);
        }
    }

    private async Task<Outcome<StageGate>> MoveAsync(long id, StageCode target, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var opportunity = await db.Opportunities.SingleAsync(row => row.Id == id, cancellationToken);
        if (input.Version is { } version && version != opportunity.Version)
        {
            return Outcome<StageGate>.Conflict(ConflictMessage);
        }

        if (opportunity.Stage == StageCode.AfterSales && target == StageCode.Won)
        {
            return await FinishAfterSalesAsync(opportunity, actor, cancellationToken);
        }

        if (opportunity.Status == OpportunityStatus.Won || target >= StageCode.AfterSales || target == opportunity.Stage)
        {
            return Outcome<StageGate>.Invalid(nameof(input.Stage), Refusal(opportunity, target));
        }

        var stages = await db.Stages.AsNoTracking().ToDictionaryAsync(stage => stage.Code, cancellationToken);
        var to = stages[target];
        var gate = await StageGate.BetweenAsync(db, opportunity, stages[opportunity.Stage], to, cancellationToken);
        if (!gate.IsOpen)
        {
            return new(OutcomeKind.Invalid, [new("", new Text("离开「{0}」还缺 {1} 项", gate.From, gate.Missing.Count()))], gate);
        }

        var reason = CleanText.Lines(input.Reason);
        if (gate.NeedsReason && reason is null)
        {
            return new(OutcomeKind.Invalid, [new(nameof(input.Reason), "退回、跳过阶段或重新打开，请写明原因")], gate);
        }

        await EnterAsync(opportunity, to, reason, actor, cancellationToken);
        return gate;
    }

    private async Task EnterAsync(Opportunity opportunity, Stage to, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        if (opportunity.Status == OpportunityStatus.Open)
        {
            opportunity.MoveTo(to.Code, clock.UtcNow, actor.UserId, reason, to.DueFrom(clock.Today));
            return;
        }

        opportunity.Reopen(to.Code, clock.UtcNow, actor.UserId, reason!, to.DueFrom(clock.Today));
        await db.SaveChangesAsync(cancellationToken);
        await OpportunityFile.CountOpenAsync(db, [opportunity.CustomerId], cancellationToken);
    }

    private async Task<Outcome<StageGate>> FinishAfterSalesAsync(Opportunity opportunity, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        opportunity.FinishAfterSales(now, actor.UserId);
        foreach (var task in await db.FollowUpTasks.Where(task => task.OpportunityId == opportunity.Id && task.DoneAt == null).ToListAsync(cancellationToken))
        {
            task.DoneAt = now;
        }

        return new StageGate("售后跟进", "已成交", [], false);
    }

    private static Text Refusal(Opportunity opportunity, StageCode target) => target switch
    {
        _ when target == opportunity.Stage => "商机已经在这个阶段",
        _ when opportunity.Status == OpportunityStatus.Won => "已成交的商机不能再移动",
        _ => "成交请填写成交表单，由系统生成成交记录和售后任务",
    };
}
