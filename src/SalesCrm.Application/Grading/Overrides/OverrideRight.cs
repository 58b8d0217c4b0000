using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Grading.Overrides;

/// <summary>Who may decide over the rule: the managers above the customer's owner, and the admin.</summary>
internal static class OverrideRight
{
    internal static Text Changed { get; } = "这位客户的资料刚被别人改过。请核对现在的等级，需要时再提交一次";

    /// <summary>Customers whose grade the actor may override; empty for reps.</summary>
    internal static IQueryable<Customer> CustomersGradedBy(this CrmDbContext db, Actor actor)
    {
        var edited = db.CustomersEditedBy(actor);
        if (actor.SeesEverything)
        {
            return edited;
        }

        var reach = db.ReachOf(actor);
        var isManager = actor.Role == Role.Manager;
        return edited.Where(customer => isManager && reach.Contains(customer.OwnerId!.Value));
    }

    /// <summary>The customer for a change, or why not.</summary>
    internal static async Task<Outcome<Customer>> FindAsync(CrmDbContext db, long customerId, Guid version, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.CustomersOf(actor).SingleOrDefaultAsync(customer => customer.Id == customerId, cancellationToken) is not { } customer)
        {
            return Outcome<Customer>.NotFound();
        }

        if (customer.MergedIntoId is not null)
        {
            return Outcome<Customer>.Invalid("", EditCustomer.MergedMessage);
        }

        if (!await db.CustomersGradedBy(actor).AnyAsync(graded => graded.Id == customerId, cancellationToken))
        {
            return Outcome<Customer>.Forbidden("只有跟进人的经理或管理员可以调整等级");
        }

        return customer.Version == version ? customer : Outcome<Customer>.Conflict(Changed);
    }
}
