using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Events;

/// <summary>Writes a dated event (特殊事件) into a customer's file.</summary>
public sealed class AddCustomerEvent(CrmDbContext db)
{
    public sealed record Input
    {
        public DateOnly? On { get; set; }
        public string? Text { get; set; }

        /// <summary>Comes with the form; the same form sent twice makes one event.</summary>
        public Guid OperationId { get; set; }
    }

    /// <summary>The new event's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(long customerId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.CustomersWorkedBy(actor).AnyAsync(customer => customer.Id == customerId, cancellationToken))
        {
            return Outcome<long>.NotFound();
        }

        var shape = new AddCustomerEventValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var happening = new CustomerEvent { CustomerId = customerId, On = input.On!.Value, Text = CleanText.Line(input.Text)!, CreatedById = actor.UserId == 0 ? null : actor.UserId };
            db.Add(happening);
            await db.SaveChangesAsync(token);
            return happening.Id;
        }, cancellationToken);
    }
}

internal sealed class AddCustomerEventValidator : AbstractValidator<AddCustomerEvent.Input>
{
    public AddCustomerEventValidator()
    {
        RuleFor(e => e.On).Holds(on => on is null ? "请填写日期" : default(Text?)).BusinessDate();
        RuleFor(e => e.Text).Required().SingleLine(250);
    }
}
