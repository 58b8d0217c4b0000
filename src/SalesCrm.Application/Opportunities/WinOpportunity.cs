using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Opportunities;

/// <summary>What must follow, in the same transaction, when an opportunity was won, such as planning its after-sales follow-up.</summary>
public interface IWinFollower
{
    Task FollowAsync(CrmDbContext db, long opportunityId, DateOnly closedOn, DateOnly? deliveryOn, CancellationToken cancellationToken);
}

/// <summary>Closes an opportunity as won: deal, customer's stage, figures, grade and after-sales follow-up, all or nothing.</summary>
public sealed class WinOpportunity(CrmDbContext db, CompanyClock clock, DealChanges deals, IEnumerable<IWinFollower> followers)
{
    public sealed record Input
    {
        public DateOnly? ClosedOn { get; set; }
        public string? Amount { get; set; }
        public string? Cost { get; set; }
        public DateOnly? DeliveryOn { get; set; }
        public string? Channel { get; set; }

        /// <summary>Needed when steps are skipped.</summary>
        public string? Reason { get; set; }

        /// <summary>The version that the form was filled from; empty does not ask.</summary>
        public Guid? Version { get; set; }
    }

    /// <summary>The gate that was passed, or that keeps it where it is.</summary>
    public async Task<Outcome<StageGate>> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.OpportunitiesWorkedBy(actor).AnyAsync(row => row.Id == id && row.ArchivedAt == null, cancellationToken))
        {
            return Outcome<StageGate>.NotFound();
        }

        var shape = new WinOpportunityValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<StageGate>.Invalid(shape);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => WinAsync(id, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome<StageGate>.Conflict(MoveOpportunity.ConflictMessage);
        }
    }

    private async Task<Outcome<StageGate>> WinAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var opportunity = await db.Opportunities.Include(row => row.Customer).SingleAsync(row => row.Id == id, cancellationToken);
        var stages = await db.Stages.AsNoTracking().ToDictionaryAsync(stage => stage.Code, cancellationToken);
        var before = (opportunity.Amount, opportunity.DeliveryOn);
        (opportunity.Amount, opportunity.DeliveryOn) = (MoneyText.Read(input.Amount).Value, input.DeliveryOn ?? opportunity.DeliveryOn);
        var gate = await StageGate.BetweenAsync(db, opportunity, stages[opportunity.Stage], stages[StageCode.Won], cancellationToken);
        if (RefusalOf(opportunity, input, gate) is { } refusal)
        {
            (opportunity.Amount, opportunity.DeliveryOn) = before;
            return refusal;
        }

        var closedOn = input.ClosedOn!.Value;
        opportunity.Win(closedOn, afterSalesPending: true, clock.UtcNow, actor.UserId, CleanText.Lines(input.Reason));
        opportunity.Customer!.NeedStage = NeedStage.Won;
        // Somebody else's deal may have taken the number, perhaps one that he may not see: it must neither stop him nor be told.
        var number = await db.Deals.AnyAsync(other => other.Number == opportunity.Number, cancellationToken) ? await DealFile.NextNumberAsync(db, closedOn, cancellationToken) : null;
        db.Deals.Add(OpportunityDeal.Of(opportunity, actor.SeesCosts ? MoneyText.Read(input.Cost).Value : null, CleanText.Line(input.Channel), number));
        await deals.SettleAsync(db, [opportunity.CustomerId], cancellationToken);
        foreach (var follower in followers)
        {
            await follower.FollowAsync(db, id, closedOn, opportunity.DeliveryOn, cancellationToken);
        }

        return gate;
    }

    private static Outcome<StageGate>? RefusalOf(Opportunity opportunity, Input input, StageGate gate)
    {
        if (input.Version is { } version && version != opportunity.Version)
        {
            return opportunity.Status == OpportunityStatus.Open ? Outcome<StageGate>.Conflict(MoveOpportunity.ConflictMessage) : AlreadyClosed(opportunity);
        }

        if (opportunity.Status != OpportunityStatus.Open)
        {
            return AlreadyClosed(opportunity);
        }

        if (input.ClosedOn < opportunity.IdentifiedOn)
        {
            return Outcome<StageGate>.Invalid(nameof(input.ClosedOn), "成交日期不能早于机会识别日期");
        }

        if (!gate.IsOpen)
        {
            return new(OutcomeKind.Invalid, [new("", new Text("离开「{0}」还缺 {1} 项", gate.From, gate.Missing.Count()))], gate);
        }

        if (gate.NeedsReason && CleanText.Lines(input.Reason) is null)
        {
            return new(OutcomeKind.Invalid, [new(nameof(input.Reason), "跳过阶段直接成交，请写明原因")], gate);
        }

        return null;
    }

    internal static Outcome<StageGate> AlreadyClosed(Opportunity opportunity) => Outcome<StageGate>.Invalid(
        "", opportunity.Status == OpportunityStatus.Won ? "这个商机已经成交，不能再次关闭" : "这个商机已经丢单，请先重新打开");
}

internal sealed class WinOpportunityValidator : AbstractValidator<WinOpportunity.Input>
{
    public WinOpportunityValidator(DateOnly today)
    {
        RuleFor(w => w.ClosedOn).Holds(on => on is null ? "请填写成交日期" : on > today ? "成交日期不能晚于今天" : default(Text?)).BusinessDate();
        RuleFor(w => w.Amount).Required().Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(w => w.Cost).Holds(typed => MoneyText.Read(typed).Problem);
        RuleFor(w => w.DeliveryOn).BusinessDate();
        RuleFor(w => w.Channel).SingleLine(30);
        RuleFor(w => w.Reason).MultiLine(500);
    }
}

/// <summary>The deal that a won opportunity brings.</summary>
internal static class OpportunityDeal
{
    /// <summary>Takes number (where it is free), customer, owner, product, amount and dates from a won opportunity.</summary>
    internal static Deal Of(Opportunity opportunity, decimal? cost = null, string? channel = null, string? number = null) => new()
    {
        Number = number ?? opportunity.Number,
        CustomerId = opportunity.CustomerId,
        Customer = opportunity.Customer,
        Opportunity = opportunity,
        OwnerId = opportunity.OwnerId,
        ProductId = opportunity.ProductId,
        On = opportunity.ClosedOn!.Value,
        Amount = opportunity.Amount ?? 0,
        Cost = cost,
        DeliveryOn = opportunity.DeliveryOn,
        Channel = channel,
    };
}
