using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Deals;

/// <summary>Corrects a deal. Its number, customer and opportunity stay; all figures follow.</summary>
public sealed class EditDeal(CrmDbContext db, CompanyClock clock, DealChanges changes)
{
    public sealed record Input : DealInput
    {
        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这笔成交。您的内容还在，请核对后再保存";

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var before = await db.DealsEditedBy(actor).AsNoTracking().SingleOrDefaultAsync(deal => deal.Id == id, cancellationToken);
        if (before is null)
        {
            return Outcome.NotFound();
        }

        var shape = new DealInputValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        var problems = await DealFile.ProblemsAsync(db, input, before, actor, cancellationToken);
        if (problems.Count > 0)
        {
            return Outcome.Invalid(problems);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(id, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
    }

    private async Task<Outcome> SaveAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var deal = await db.Deals.SingleAsync(row => row.Id == id, cancellationToken);
        if (deal.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        DealFile.Fill(deal, input, actor);
        await changes.SettleAsync(db, [deal.CustomerId], cancellationToken);
        return Outcome.Done();
    }
}
