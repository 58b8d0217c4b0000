using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Deals;

/// <summary>Records a sale that had no opportunity. A won opportunity brings its deal itself.</summary>
public sealed class RecordDeal(CrmDbContext db, CompanyClock clock, DealChanges changes)
{
    public sealed record Input : DealInput
    {
        public long? CustomerId { get; set; }

        /// <summary>Comes with the form; the same form sent twice makes one deal.</summary>
        public Guid OperationId { get; set; }
    }

    /// <summary>The new deal's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new RecordDealValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        var customerId = await db.CustomersWorkedBy(actor).Where(customer => customer.Id == input.CustomerId && customer.ArchivedAt == null)
            .Select(customer => (long?)customer.Id).SingleOrDefaultAsync(cancellationToken);
        if (customerId is not { } buyer)
        {
            return Outcome<long>.Invalid(nameof(input.CustomerId), "请选择一位您跟进的客户");
        }

        var problems = await DealFile.ProblemsAsync(db, input, null, actor, cancellationToken);
        if (problems.Count > 0)
        {
            return Outcome<long>.Invalid(problems);
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var deal = new Deal { Number = await DealFile.NextNumberAsync(db, input.On!.Value, token), CustomerId = buyer };
            DealFile.Fill(deal, input, actor);
            deal.OwnerId ??= actor.UserId == 0 ? null : actor.UserId;
            db.Deals.Add(deal);
            await changes.SettleAsync(db, [buyer], token);
            return deal.Id;
        }, cancellationToken);
    }
}

internal sealed class RecordDealValidator : AbstractValidator<RecordDeal.Input>
{
    public RecordDealValidator(DateOnly today)
    {
        RuleFor(d => d.CustomerId).Holds(id => id is null ? "请选择一位您跟进的客户" : default(Text?));
        Include(new DealInputValidator(today));
    }
}
