using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Visits;

/// <summary>Plans or clears a customer's next step without a follow-up.</summary>
public sealed class PlanNext(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public DateOnly? On { get; set; }
        public string? Text { get; set; }

        /// <summary>The customer's version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您填写期间，其他人修改了这位客户。您的内容还在，请看过后再保存";

    public async Task<Outcome> ExecuteAsync(long customerId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var customer = await db.CustomersWorkedBy(actor).SingleOrDefaultAsync(c => c.Id == customerId, cancellationToken);
        if (customer is null)
        {
            return Outcome.NotFound();
        }

        var shape = new PlanNextValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        var next = NextStep.Read(input.On, input.Text, clock.Today);
        if (next.IsRefused)
        {
            return Outcome.Invalid(nameof(input.Text), next.Problem.Value);
        }

        if (next.Value is { } step && (step.On is null || step.On < clock.Today))
        {
            return Outcome.Invalid(nameof(input.On), step.On is null ? "写了下一步，请再选一个日期" : "下一步请安排在今天或以后");
        }

        if (customer.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        customer.PlanNext(next.Value?.On, next.Value?.Text);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
    }
}

internal sealed class PlanNextValidator : AbstractValidator<PlanNext.Input>
{
    public PlanNextValidator()
    {
        RuleFor(p => p.On).BusinessDate();
        RuleFor(p => p.Text).SingleLine(200);
    }
}
