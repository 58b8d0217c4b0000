using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>
/// Which customers of the public pool a person may see there. Only the pool's own pages and use cases read by it, and show no more of a customer
/// than <see cref="PoolList"/> does; his file stays closed until somebody takes him.
/// </summary>
internal static class PoolScope
{
    internal static IQueryable<Customer> PoolOf(this CrmDbContext db, Actor actor) => actor.Role is Role.Rep or Role.Manager or Role.Admin
        ? db.Customers.Where(customer => customer.OwnerId == null && customer.ArchivedAt == null && customer.ConfidentialAt == null)
        : db.Customers.Where(customer => false);

    /// <summary>
    /// Customers that are the actor's or his people's own, and that he may therefore defer or release. A confidential file stays with its owner:
    /// without one nobody could open it.
    /// </summary>
    internal static IQueryable<Customer> CustomersHeldBy(this CrmDbContext db, Actor actor)
        => db.CustomersOwnedWithin(actor).Where(customer => customer.ArchivedAt == null && customer.ConfidentialAt == null);

    /// <summary>The same with those that are archived.</summary>
    internal static IQueryable<Customer> CustomersOwnedWithin(this CrmDbContext db, Actor actor) => actor switch
    {
        { SeesEverything: true } => db.Customers.Where(customer => customer.OwnerId != null && !db.ClosedTo(actor).Contains(customer.Id)),
        { Sight: Sight.Own } => db.Customers.Where(customer => customer.OwnerId == actor.UserId),
        _ => db.Customers.Where(customer => customer.OwnerId != null && db.ReachOf(actor).Contains(customer.OwnerId.Value)),
    };

    /// <summary>Of these customers those who fall on or before <paramref name="day"/> by the rule of their grade, whatever the rules' first day is.</summary>
    internal static IQueryable<Customer> FallingBy(this IQueryable<Customer> held, PoolRules rules, CompanyClock clock, DateOnly day)
    {
        var (a, b, c, d) = (Cut(rules.DaysA), Cut(rules.DaysB), Cut(rules.DaysC), Cut(rules.DaysD));
        return held.Where(customer => customer.OpenOpportunityCount == 0 && (customer.DeferredUntil == null || customer.DeferredUntil <= day)
            && ((customer.Grade == Grade.A && customer.HeldSince < a && (customer.LastFollowUpAt == null || customer.LastFollowUpAt < a))
                || (customer.Grade == Grade.B && customer.HeldSince < b && (customer.LastFollowUpAt == null || customer.LastFollowUpAt < b))
                || (customer.Grade == Grade.C && customer.HeldSince < c && (customer.LastFollowUpAt == null || customer.LastFollowUpAt < c))
                || (customer.Grade == Grade.D && customer.HeldSince < d && (customer.LastFollowUpAt == null || customer.LastFollowUpAt < d))));

        DateTime Cut(int? days) => days is { } number ? clock.StartOf(day.AddDays(1 - number)) : DateTime.MinValue;
    }

    /// <summary>Makes two claims of one person, also on two nodes, come one after the other, so that both count what the first one took.</summary>
    internal static Task HoldPersonAsync(this CrmDbContext db, long userId, CancellationToken cancellationToken) => db.Engine.HasOneOwner ? Task.CompletedTask
        : db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.LastSignInAt, user => user.LastSignInAt), cancellationToken);
}
