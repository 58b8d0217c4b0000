using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading.Overrides;

/// <summary>Takes an override back; the rule decides again, as of today.</summary>
public sealed class DropOverride(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        /// <summary>Of the customer, as the form was filled.</summary>
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long customerId, Input input, Actor actor, CancellationToken cancellationToken)
    {
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
                var policy = await GradeBook.CurrentPolicyAsync(db, token);
                var interactions = await GradeBook.InteractionsAsync(db, [customer.Id], policy, clock, token);
                var inputs = GradeInputs.Of(customer, interactions.GetValueOrDefault(customer.Id));
                customer.DropOverride();
                customer.TakeGrade(GradingRule.Of(policy, inputs, clock.Today), clock.Today);
                if (customer.Grade != from)
                {
                    GradeBook.Note(db, customer, from, "取消人工调整，按规则评定", policy.Revision, clock, actor.UserId);
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
