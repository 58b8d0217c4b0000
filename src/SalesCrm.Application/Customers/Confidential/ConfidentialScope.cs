using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Confidential;

/// <summary>
/// Which confidential customers are closed to a person. Every scope of customers and of what belongs to them leaves these out, the admin's
/// included; they are few, so that the engine lists them once from their own index.
/// </summary>
internal static class ConfidentialScope
{
    /// <summary>Ids of the confidential customers whose owner <paramref name="actor"/> neither is nor leads and where he is not named as a member.</summary>
    internal static IQueryable<long> ClosedTo(this CrmDbContext db, Actor actor) => db.ClosedTo(actor.UserId);

    /// <summary>The same for whoever has this id.</summary>
    internal static IQueryable<long> ClosedTo(this CrmDbContext db, long userId)
    {
        var reach = db.Reaches.Where(one => one.ActorId == userId).Select(one => one.UserId);
        var named = db.CustomerMembers.Where(member => member.UserId == userId).Select(member => member.CustomerId);
        return db.Customers
            .Where(customer => customer.ConfidentialAt != null && !reach.Contains(customer.OwnerId ?? 0) && !named.Contains(customer.Id))
            .Select(customer => customer.Id);
    }

    /// <summary>
    /// Customers of which <paramref name="actor"/> may be told at least that they exist and whom to ask: all but the confidential ones that are closed to him. For
    /// looking for duplicates; what he may read of them decides his scope.
    /// </summary>
    internal static IQueryable<Customer> CustomersToldTo(this CrmDbContext db, Actor actor)
    {
        var closed = db.ClosedTo(actor);
        return actor.IsSystem() ? db.Customers : db.Customers.Where(customer => !closed.Contains(customer.Id));
    }

    /// <summary>The system itself goes on with everything: nightly jobs, checks and upkeep tell nobody anything.</summary>
    internal static bool IsSystem(this Actor actor) => actor is { UserId: 0, SeesEverything: true };
}
