using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Grading;

/// <summary>Evaluates loaded customers and keeps every change of grade; the caller saves.</summary>
internal static class GradeBook
{
    internal static Task<GradingPolicy> CurrentPolicyAsync(CrmDbContext db, CancellationToken cancellationToken)
        => CurrentPolicy(db).FirstAsync(cancellationToken);

    internal static IQueryable<GradingPolicy> CurrentPolicy(CrmDbContext db) => db.GradingPolicies.AsNoTracking().OrderByDescending(policy => policy.Revision).Take(1);

    /// <summary>Follow-ups per customer within the dormant months; customers without one are left out.</summary>
    internal static async Task<IReadOnlyDictionary<long, int>> InteractionsAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, GradingPolicy policy, CompanyClock clock, CancellationToken cancellationToken)
    {
        var (since, until) = Window(policy, clock);
        return await db.Visits
            .Where(visit => customerIds.Contains(visit.CustomerId) && visit.ArchivedAt == null && visit.At >= since && visit.At < until)
            .GroupBy(visit => visit.CustomerId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    /// <summary>The instants in which follow-ups count against dormancy, seen from today.</summary>
    internal static (DateTime Since, DateTime Until) Window(GradingPolicy policy, CompanyClock clock)
        => clock.InstantsOf(GradingRule.Before(clock.Today, policy.DormantMonths).AddDays(1), clock.Today);

    /// <summary>Takes the calculated grade, drops an override that has run out, and notes the change when there is one.</summary>
    internal static void Evaluate(CrmDbContext db, Customer customer, GradingPolicy policy, int interactions, CompanyClock clock)
    {
        var inputs = GradeInputs.Of(customer, interactions);
        var (from, ended) = (customer.Grade, customer.OverrideUntil < clock.Today ? customer.OverrideUntil : null);
        customer.TakeGrade(GradingRule.Of(policy, inputs, clock.Today), clock.Today);
        if (customer.Grade == from)
        {
            return;
        }

        var reason = GradeReason.Of(policy, inputs, clock.Today, from, customer.Grade);
        Note(db, customer, from, ended is { } day ? new Text("人工调整于 {0} 到期；{1}", day, reason) : reason, policy.Revision, clock);
    }

    internal static void Note(CrmDbContext db, Customer customer, Grade from, Text reason, int? revision, CompanyClock clock, long? byId = null)
        => db.GradeChanges.Add(new GradeChange
        {
            CustomerId = customer.Id,
            From = from,
            To = customer.Grade,
            At = clock.UtcNow,
            Reason = reason.ToString(),
            ReasonParts = StoredText.Write(reason),
            PolicyRevision = revision,
            ById = byId is > 0 ? byId : null,
            OperationId = db.OperationId,
        });
}
