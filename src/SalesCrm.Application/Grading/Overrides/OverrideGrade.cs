using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading.Overrides;

/// <summary>A manager sets a grade by hand, with a reason and, if he likes, a last day.</summary>
public sealed class OverrideGrade(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        /// <summary>Of the customer, as the form was filled.</summary>
        public Guid Version { get; set; }
        public Grade? Grade { get; set; }
        public string? Reason { get; set; }

        /// <summary>Last day on which it counts; empty for as long as nobody takes it back.</summary>
        public DateOnly? Until { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long customerId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new OverrideGradeValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        try
        {
            return await db.InTransactionAsync(actor, async token =>
            {
                var found = await OverrideRight.FindAsync(db, customerId, input.Version, actor, token);
                if (found.Value is not { } customer)
                {
                    return found;
                }

                var from = customer.Grade;
                customer.OverrideGradeWith(input.Grade!.Value, CleanText.Line(input.Reason)!, input.Until, actor.UserId);
                if (customer.Grade != from)
                {
                    GradeBook.Note(db, customer, from, new Text("人工调整：{0}", customer.OverrideReason), null, clock, actor.UserId);
                }

                return Outcome.Done();
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(OverrideRight.Changed);
        }
    }
}

internal sealed class OverrideGradeValidator : AbstractValidator<OverrideGrade.Input>
{
    public OverrideGradeValidator(DateOnly today)
    {
        RuleFor(input => input.Grade).Holds(grade => grade is { } chosen && Enum.IsDefined(chosen) ? default(Text?) : "请选择等级");
        RuleFor(input => input.Reason).Required().SingleLine(200);
        RuleFor(input => input.Until).BusinessDate().Holds(until => until < today ? "到期日不能早于今天" : default(Text?));
    }
}
