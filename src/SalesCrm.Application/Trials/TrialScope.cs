using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Trials;

internal static class TrialScope
{
    /// <summary>Trials of the leads and customers that <paramref name="actor"/> may see.</summary>
    internal static IQueryable<Trial> TrialsOf(this CrmDbContext db, Actor actor)
    {
        var (leads, customers) = (db.LeadsOf(actor), db.CustomersOf(actor));
        return db.Trials.Where(trial => (trial.LeadId != null && leads.Any(lead => lead.Id == trial.LeadId)) || (trial.CustomerId != null && customers.Any(customer => customer.Id == trial.CustomerId)));
    }

    /// <summary>Trials of the leads and customers that <paramref name="actor"/> works on.</summary>
    internal static IQueryable<Trial> TrialsWorkedBy(this CrmDbContext db, Actor actor)
    {
        var (leads, customers) = (db.LeadsOf(actor), db.CustomersWorkedOrMergedBy(actor));
        return db.Trials.Where(trial => (trial.LeadId != null && leads.Any(lead => lead.Id == trial.LeadId)) || (trial.CustomerId != null && customers.Any(customer => customer.Id == trial.CustomerId)));
    }

    /// <summary>Whose task the end of a trial is.</summary>
    internal static IQueryable<Trial> TrialsToEndBy(this CrmDbContext db, long userId) => db.Trials
        .Where(trial => trial.Result == null && (trial.Lead!.OwnerId ?? trial.Customer!.OwnerId ?? trial.GivenById) == userId);
}
