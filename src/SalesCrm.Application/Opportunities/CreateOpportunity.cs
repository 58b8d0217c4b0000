using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities;

/// <summary>Opens an opportunity on a customer whom the actor works on.</summary>
public sealed class CreateOpportunity(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input : OpportunityInput
    {
        public long? CustomerId { get; set; }

        /// <summary>The actor himself when empty.</summary>
        public long? OwnerId { get; set; }

        /// <summary>Comes with the form; the same form sent twice makes one opportunity.</summary>
        public Guid OperationId { get; set; }
    }

    /// <summary>The new opportunity's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new CreateOpportunityValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        if (!await db.CustomersWorkedBy(actor).AnyAsync(customer => customer.Id == input.CustomerId && customer.ArchivedAt == null, cancellationToken))
        {
            return Outcome<long>.Invalid(nameof(input.CustomerId), "请选择一位您跟进的客户");
        }

        var problems = await OpportunityFile.ProblemsAsync(db, input, null, cancellationToken);
        var fields = await FieldEntries.ReadAsync(db, FieldSubject.Opportunity, input.Fields, null, actor, cancellationToken);
        if (problems.Count + fields.Problems.Count > 0)
        {
            return Outcome<long>.Invalid([.. problems, .. fields.Problems]);
        }

        var owner = input.OwnerId ?? (actor.UserId == 0 ? null : actor.UserId);
        if (owner is not null && owner != actor.UserId && !await OpportunityFile.MayOwnAsync(db, owner, actor, cancellationToken))
        {
            return Outcome<long>.Invalid(nameof(input.OwnerId), "只能选择自己或所管团队的人");
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var customer = await db.Customers.SingleAsync(row => row.Id == input.CustomerId, token);
            var opportunity = await OpenAsync(db, clock, customer, owner, input, token);
            await fields.WriteAsync(db, opportunity, customer.Id, token);
            return opportunity.Id;
        }, cancellationToken);
    }

    /// <summary>Opens one with a validated input, inside a transaction of somebody else's; saved when it returns.</summary>
    internal static async Task<Opportunity> OpenAsync(CrmDbContext db, CompanyClock clock, Customer customer, long? owner, OpportunityInput input, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var stage = await db.Stages.AsNoTracking().SingleAsync(row => row.Code == StageCode.Identified, cancellationToken);
        var number = await OpportunityFile.NextNumberAsync(db, today, cancellationToken);
        var opportunity = new Opportunity(number, customer, owner, input.IdentifiedOn ?? today, clock.UtcNow) { StageDueOn = stage.DueFrom(today) };
        OpportunityFile.Fill(opportunity, input);
        db.Opportunities.Add(opportunity);
        await OpportunityFile.InvolveAsync(db, [(customer, owner)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await OpportunityFile.CountOpenAsync(db, [customer.Id], cancellationToken);
        return opportunity;
    }
}

internal sealed class CreateOpportunityValidator : AbstractValidator<CreateOpportunity.Input>
{
    public CreateOpportunityValidator(DateOnly today)
    {
        RuleFor(o => o.CustomerId).Holds(id => id is null ? "请选择一位您跟进的客户" : default(Text?));
        RuleFor(o => o.SourceId).Holds(id => id is null ? "请选择机会来源" : default(Text?));
        Include(new OpportunityInputValidator(today));
    }
}
