using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Upgrades;

internal static class UpgradeScope
{
    /// <summary>Programmes of the customers that <paramref name="actor"/> may see, and successes of his and his people's, whose customer somebody else may look after by now.</summary>
    internal static IQueryable<UpgradeProgramme> UpgradesOf(this CrmDbContext db, Actor actor)
    {
        if (actor.IsSystem())
        {
            return db.UpgradeProgrammes;
        }

        var (customers, reach, closed) = (db.CustomersOf(actor), db.ReachOf(actor), db.ClosedTo(actor));
        return actor.Sight == Sight.Company
            ? db.UpgradeProgrammes.Where(programme => customers.Any(customer => customer.Id == programme.CustomerId)
                || (programme.CreditedToId != null && reach.Contains(programme.CreditedToId.Value) && !closed.Contains(programme.CustomerId)))
            : db.UpgradeProgrammes.Where(programme => customers.Select(customer => customer.Id).Contains(programme.CustomerId)
                || (programme.CreditedToId != null && reach.Contains(programme.CreditedToId.Value) && !closed.Contains(programme.CustomerId)));
    }

    /// <summary>Open programmes of the customers that he works on.</summary>
    internal static IQueryable<UpgradeProgramme> UpgradesWorkedBy(this CrmDbContext db, Actor actor)
    {
        var customers = db.CustomersWorkedOrMergedBy(actor);
        return db.UpgradeProgrammes.Where(programme => programme.State == UpgradeState.Open && customers.Any(customer => customer.Id == programme.CustomerId && customer.ArchivedAt == null));
    }

    /// <summary>Open steps that are one person's to take: those of his customers, and of customers without owner those that he began.</summary>
    internal static IQueryable<UpgradeStep> UpgradeStepsOf(this CrmDbContext db, long userId)
    {
        // By his customers: the company has far more steps that are due than one person has customers.
        var closed = db.ClosedTo(userId);
        var his = db.Customers.Where(customer => customer.OwnerId == userId && customer.ArchivedAt == null).Select(customer => customer.Id)
            .Concat(db.UpgradeProgrammes.Where(programme => programme.StartedById == userId && programme.Customer!.OwnerId == null && programme.Customer.ArchivedAt == null).Select(programme => programme.CustomerId));
        return db.UpgradeSteps.Where(step => step.DoneOn == null && step.Programme!.State == UpgradeState.Open && his.Contains(step.CustomerId) && !closed.Contains(step.CustomerId));
    }
}
