using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers;

/// <summary>Which customers a person may see and change. Everything else does not exist for him, confidential customers not even for the admin.</summary>
internal static class CustomerScope
{
    /// <summary>Customers that <paramref name="actor"/> may see: his own, those he shares, those of the people he leads.</summary>
    internal static IQueryable<Customer> CustomersOf(this CrmDbContext db, Actor actor)
        => db.CustomersOf(actor, MemberAccess.Involved, MemberAccess.Read, MemberAccess.Edit);

    /// <summary>Customers of which he may see everything that anybody recorded, and phone numbers and addresses unmasked.</summary>
    internal static IQueryable<Customer> CustomersWhollySeenBy(this CrmDbContext db, Actor actor)
        => db.CustomersOf(actor, MemberAccess.Read, MemberAccess.Edit);

    /// <summary>Customers on which he may log follow-ups and open opportunities. A file that was merged into another is only read.</summary>
    internal static IQueryable<Customer> CustomersWorkedBy(this CrmDbContext db, Actor actor)
        => db.CustomersWorkedOrMergedBy(actor).Where(customer => customer.MergedIntoId == null);

    /// <summary>
    /// The same with the files that were merged into another, for lists of what belongs to customers: nothing belongs to those any more, and the ids alone stand in an index, which a look at each file
    /// would cost.
    /// </summary>
    internal static IQueryable<Customer> CustomersWorkedOrMergedBy(this CrmDbContext db, Actor actor)
        => db.CustomersOf(actor, MemberAccess.Involved, MemberAccess.Edit);

    /// <summary>Customers whose file he may change. A file that was merged into another is only read.</summary>
    internal static IQueryable<Customer> CustomersEditedBy(this CrmDbContext db, Actor actor)
        => db.CustomersEditedOrMergedBy(actor).Where(customer => customer.MergedIntoId == null);

    /// <summary>The same with the files that were merged into another: for undoing, to say why nothing can be done to them, and for lists as above.</summary>
    internal static IQueryable<Customer> CustomersEditedOrMergedBy(this CrmDbContext db, Actor actor)
        => db.CustomersOf(actor, MemberAccess.Edit);

    /// <summary>
    /// Ids of <see cref="CustomersWhollySeenBy"/>, for lists of what belongs to customers: the engine lays them side by side from two indexes and never
    /// fetches a customer. One may come twice.
    /// </summary>
    internal static IQueryable<long> CustomerIdsWhollySeenBy(this CrmDbContext db, Actor actor)
    {
        var shared = db.SharesOf(actor, MemberAccess.Read, MemberAccess.Edit).Select(member => member.CustomerId);
        return actor.IsChannel ? db.Customers.Where(customer => customer.OwnerId == actor.UserId).Select(customer => customer.Id)
            : actor.Sight == Sight.Own
            ? db.Customers.Where(customer => customer.OwnerId == actor.UserId).Select(customer => customer.Id).Concat(shared)
            : db.Customers.Where(customer => db.ReachOf(actor).Contains(customer.OwnerId!.Value)).Select(customer => customer.Id).Concat(shared);
    }

    /// <summary>Whoever may own what he sees: himself and the people he leads, those who have left too, and whoever shares customers with them.</summary>
    internal static IQueryable<User> OwnersSeenBy(this CrmDbContext db, Actor actor)
    {
        if (actor.SeesEverything || actor.IsChannel)
        {
            return db.UsersOf(actor);
        }

        var reach = db.ReachOf(actor);
        var sharing = db.SharesOf(actor).Select(member => member.Customer!.OwnerId);
        return db.Users.Where(user => reach.Contains(user.Id) || sharing.Contains(user.Id));
    }

    private static IQueryable<Customer> CustomersOf(this CrmDbContext db, Actor actor, params MemberAccess[] shares)
    {
        if (actor.SeesEverything)
        {
            return db.CustomersToldTo(actor);
        }

        var reach = db.ReachOf(actor);
        if (actor.IsChannel)
        {
            return db.Customers.Where(customer => customer.OwnerId == actor.UserId);
        }

        // Whoever reaches the owner of a confidential customer may open it, so that only what is shared has to be looked at.
        var shared = db.SharesOf(actor, shares);
        return actor.Sight switch
        {
            Sight.Own => db.Customers.Where(customer => customer.OwnerId == actor.UserId || shared.Select(member => member.CustomerId).Contains(customer.Id)),
            Sight.Team => db.Customers.Where(customer => reach.Contains(customer.OwnerId!.Value) || shared.Select(member => member.CustomerId).Contains(customer.Id)),

            // Lists of half a company's ids cost more than looking once for each record that is not plainly his.
            _ => db.Customers.Where(customer => reach.Contains(customer.OwnerId!.Value) || shared.Any(member => member.CustomerId == customer.Id)),
        };
    }

    private static IQueryable<CustomerMember> SharesOf(this CrmDbContext db, Actor actor, params MemberAccess[] shares)
    {
        var reach = db.ReachOf(actor);
        var closed = db.ClosedTo(actor);
        var shared = actor.Sight == Sight.Own
            ? db.CustomerMembers.Where(member => member.UserId == actor.UserId)
            : db.CustomerMembers.Where(member => reach.Contains(member.UserId) && !closed.Contains(member.CustomerId));
        return shares switch
        {
            [MemberAccess.Edit] => shared.Where(member => member.Access == MemberAccess.Edit),
            [MemberAccess.Read, MemberAccess.Edit] => shared.Where(member => member.Access != MemberAccess.Involved),
            [MemberAccess.Involved, MemberAccess.Edit] => shared.Where(member => member.Access != MemberAccess.Read),
            _ => shared,
        };
    }
}
