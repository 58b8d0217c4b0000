using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading.Policies;

/// <summary>How the grades would move under other thresholds, before anybody saves them. Overrides stay in force.</summary>
public sealed class GradingWhatIf(CrmDbContext db, CompanyClock clock)
{
    private const int Shown = 20;

    public sealed record Moved(long CustomerId, string Name, Grade From, Grade To, decimal AnnualAmount, bool IsConfidential);

    /// <param name="Now">Customers per grade, A first.</param>
    /// <param name="Then">The same under the new thresholds.</param>
    /// <param name="Raised">How many would rise.</param>
    /// <param name="Lowered">How many would fall.</param>
    /// <param name="Largest">The largest of those who would move, by annual amount.</param>
    public sealed record Result(IReadOnlyList<int> Now, IReadOnlyList<int> Then, int Raised, int Lowered, IReadOnlyList<Moved> Largest)
    {
        public int Moving => Raised + Lowered;
    }

    public async Task<Outcome<Result>> ReadAsync(SaveGradingPolicy.Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new GradingPolicyValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<Result>.Invalid(shape);
        }

        var policy = input.ToPolicy(0, default, null);
        var (today, now, then) = (clock.Today, new int[4], new int[4]);
        var (raised, lowered) = (0, 0);
        var largest = new PriorityQueue<Moved, decimal>(Shown + 1);
        await foreach (var row in Rows(policy, actor).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var held = row.OverrideUntil < today ? null : row.OverrideGrade;
            var to = held ?? GradingRule.Of(policy, row.Inputs, today);
            now[(int)row.Grade - 1]++;
            then[(int)to - 1]++;
            if (to == row.Grade)
            {
                continue;
            }

            (raised, lowered) = to < row.Grade ? (raised + 1, lowered) : (raised, lowered + 1);
            largest.Enqueue(new(row.Id, row.Name, row.Grade, to, row.Inputs.AnnualAmount, row.IsConfidential), row.Inputs.AnnualAmount);
            if (largest.Count > Shown)
            {
                largest.Dequeue();
            }
        }

        return new Result(now, then, raised, lowered, [.. largest.UnorderedItems.Select(item => item.Element).OrderByDescending(moved => moved.AnnualAmount).ThenBy(moved => moved.CustomerId)]);
    }

    private IQueryable<Row> Rows(GradingPolicy policy, Actor actor)
    {
        var (since, until) = GradeBook.Window(policy, clock);
        var dormant = GradingRule.Before(clock.Today, policy.DormantMonths);
        return db.CustomersOf(actor).AsNoTracking().Where(customer => customer.ArchivedAt == null).Select(customer => new Row(
            customer.Id, customer.Name, customer.ConfidentialAt != null, customer.Grade, customer.OverrideGrade, customer.OverrideUntil,
            new GradeInputs
            {
                AnnualAmount = customer.AnnualAmount,
                FirstDealOn = customer.FirstDealOn,
                LastDealOn = customer.LastDealOn,
                ReferralPotential = customer.ReferralPotential,
                IsDemandStable = customer.IsDemandStable,
                Interactions = customer.LastDealOn <= dormant
                    ? db.Visits.Count(visit => visit.CustomerId == customer.Id && visit.ArchivedAt == null && visit.At >= since && visit.At < until)
                    : 0,
            }));
    }

    private sealed record Row(long Id, string Name, bool IsConfidential, Grade Grade, Grade? OverrideGrade, DateOnly? OverrideUntil, GradeInputs Inputs);
}
