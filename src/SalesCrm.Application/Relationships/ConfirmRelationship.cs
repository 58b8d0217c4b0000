using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Relationships;

/// <summary>A person says which type of relationship it is, and why.</summary>
public sealed class ConfirmRelationship(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public RelationshipType? Type { get; set; }
        public string? Reason { get; set; }

        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersEditedBy(actor.ForOne).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (customer is null)
        {
            return Outcome.NotFound();
        }

        var shape = new ConfirmRelationshipValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (customer.Version != input.Version)
        {
            return Outcome.Conflict(EditCustomer.ConflictMessage);
        }

        customer.Relate(input.Type!.Value, CleanText.Line(input.Reason)!, clock.Today);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(EditCustomer.ConflictMessage);
        }
    }
}

internal sealed class ConfirmRelationshipValidator : AbstractValidator<ConfirmRelationship.Input>
{
    public ConfirmRelationshipValidator()
    {
        RuleFor(c => c.Type).Holds(type => type is null || !Enum.IsDefined(type.Value) ? "请选择关系类型" : default(Text?));
        RuleFor(c => c.Reason).Required().SingleLine(500);
    }
}
