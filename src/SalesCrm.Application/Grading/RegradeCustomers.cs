using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Grading;

/// <summary>
/// Grades everybody whom the actor reaches as of today, batch by batch: each batch is one short transaction, so that people can save
/// in between, and only customers whose grade moves are loaded.
/// </summary>
public sealed class RegradeCustomers(CrmDbContext db, CompanyClock clock)
{
    internal const int BatchSize = 1_000;

    public sealed record Result(int Customers, int Raised, int Lowered);

    public async Task<Outcome<Result>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Admin or Role.Manager))
        {
            return Outcome<Result>.Forbidden("只有经理和管理员可以重新评估等级");
        }

        var policy = await GradeBook.CurrentPolicyAsync(db, cancellationToken);
        var total = new Result(0, 0, 0);
        for (var after = 0L; ;)
        {
            var batch = await db.InTransactionAsync(actor, token => GradeBatchAsync(policy, after, actor, token), cancellationToken);
            db.ChangeTracker.Clear();
            if (batch.Last == 0)
            {
                return total;
            }

            (after, total) = (batch.Last, new(total.Customers + batch.Count, total.Raised + batch.Raised, total.Lowered + batch.Lowered));
        }
    }

    private async Task<Batch> GradeBatchAsync(GradingPolicy policy, long after, Actor actor, CancellationToken cancellationToken)
    {
        var ids = await db.CustomersOf(actor).Where(customer => customer.Id > after).OrderBy(customer => customer.Id)
            .Select(customer => customer.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return default;
        }

        await RefreshFiguresAsync(ids, cancellationToken);
        var moved = await MovedAsync(policy, ids, actor, cancellationToken);
        var (raised, lowered) = (0, 0);
        var customers = await db.Customers.Where(customer => moved.Keys.Contains(customer.Id)).ToListAsync(cancellationToken);
        foreach (var customer in customers)
        {
            var from = customer.Grade;
            GradeBook.Evaluate(db, customer, policy, moved[customer.Id], clock);
            (raised, lowered) = (raised + (customer.Grade < from ? 1 : 0), lowered + (customer.Grade > from ? 1 : 0));
        }

        return new(ids.Count, ids[^1], raised, lowered);
    }

    /// <summary>Sums roll on with the days: deals fall out of the twelve months.</summary>
    private async Task RefreshFiguresAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var (first, last) = (ids[0], ids[^1]);
        var due = await DealFigures.Due(db, clock.Today).Where(id => id >= first && id <= last).ToListAsync(cancellationToken);
        await DealFigures.RefreshAsync(db, due.Intersect(ids).ToList(), clock.Today, cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Interactions of those whose stored grade is no longer the right one.</summary>
    private async Task<Dictionary<long, int>> MovedAsync(GradingPolicy policy, List<long> ids, Actor actor, CancellationToken cancellationToken)
    {
        var (since, until) = GradeBook.Window(policy, clock);
        var (today, dormant) = (clock.Today, GradingRule.Before(clock.Today, policy.DormantMonths));
        var (first, last) = (ids[0], ids[^1]);
        var rows = await db.CustomersOf(actor).AsNoTracking()
            .Where(customer => customer.Id >= first && customer.Id <= last)
            .Select(customer => new
            {
                customer.Id,
                Inputs = new GradeInputs
                {
                    AnnualAmount = customer.AnnualAmount,
                    FirstDealOn = customer.FirstDealOn,
                    LastDealOn = customer.LastDealOn,
                    ReferralPotential = customer.ReferralPotential,
                    IsDemandStable = customer.IsDemandStable,
                    Interactions = customer.LastDealOn <= dormant
                        ? db.Visits.Count(visit => visit.CustomerId == customer.Id && visit.ArchivedAt == null && visit.At >= since && visit.At < until)
                        : 0,
                },
                customer.CalculatedGrade,
                HasEnded = customer.OverrideUntil < today,
            })
            .ToListAsync(cancellationToken);
        return rows.Where(row => row.HasEnded || GradingRule.Of(policy, row.Inputs, today) != row.CalculatedGrade)
            .ToDictionary(row => row.Id, row => row.Inputs.Interactions);
    }

    private readonly record struct Batch(int Count, long Last, int Raised, int Lowered);
}
