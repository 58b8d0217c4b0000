using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading;

/// <summary>Says what only a person can say of a customer: how likely he is to refer others, whether his need is stable, and how much he could become. Grades him at once.</summary>
public sealed class JudgeCustomer(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        /// <summary>Of the customer, as the form was filled.</summary>
        public Guid Version { get; set; }
        public ReferralPotential? ReferralPotential { get; set; }
        public bool? IsDemandStable { get; set; }

        /// <summary>Of 100, as the next two; their mean is the customer's potential.</summary>
        public int? IndustryPotential { get; set; }
        public int? SizePotential { get; set; }
        public int? GrowthPotential { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long customerId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new JudgeCustomerValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => JudgeAsync(customerId, input, actor, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(OverrideRight.Changed);
        }
    }

    private async Task<Outcome> JudgeAsync(long customerId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.CustomersEditedBy(actor).SingleOrDefaultAsync(edited => edited.Id == customerId, cancellationToken) is not { } customer)
        {
            return await db.CustomersOf(actor).Where(seen => seen.Id == customerId).Select(seen => new { IsMerged = seen.MergedIntoId != null }).SingleOrDefaultAsync(cancellationToken) switch
            {
                null => Outcome.NotFound(),
                { IsMerged: true } => Outcome.Invalid("", EditCustomer.MergedMessage),
                _ => Outcome.Forbidden("只有跟进人和可编辑的协作人可以评定"),
            };
        }

        if (customer.Version != input.Version)
        {
            return Outcome.Conflict(OverrideRight.Changed);
        }

        (customer.ReferralPotential, customer.IsDemandStable) = (input.ReferralPotential, input.IsDemandStable);
        customer.JudgePotential(input.IndustryPotential, input.SizePotential, input.GrowthPotential);
        await new RegradeCustomer(clock).FollowAsync(db, [customer.Id], clock.Today, cancellationToken);
        return Outcome.Done();
    }
}

internal sealed class JudgeCustomerValidator : AbstractValidator<JudgeCustomer.Input>
{
    public JudgeCustomerValidator()
    {
        RuleFor(input => input.ReferralPotential).Holds(level => level is { } chosen && !Enum.IsDefined(chosen) ? "请选择推荐潜力" : default(Text?));
        RuleFor(input => input.IndustryPotential).Holds(OfHundred);
        RuleFor(input => input.SizePotential).Holds(OfHundred);
        RuleFor(input => input.GrowthPotential).Holds(OfHundred);
    }

    private static Text? OfHundred(int? points) => points is < 0 or > 100 ? new Text("应在 {0} 至 {1} 之间", 0, 100) : default(Text?);
}
