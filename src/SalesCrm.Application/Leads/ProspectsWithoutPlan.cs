using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Leads;

/// <summary>Prospects for whom nothing is planned: open leads, and customers who never bought (无下次计划的潜在客户).</summary>
public sealed class ProspectsWithoutPlan(CrmDbContext db)
{
    /// <summary>Beyond this the page says "2,000+".</summary>
    public const int MostCounted = Counting.MostOfTab;

    public sealed record Counts(int Leads, int Customers)
    {
        public int Total => Leads + Customers;
    }

    /// <summary>Within what the reader sees.</summary>
    public async Task<Counts> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var leads = db.LeadsOf(actor).Where(lead => lead.NextFollowUpOn == null
            && (lead.Status == LeadStatus.New || lead.Status == LeadStatus.Working || lead.Status == LeadStatus.Qualified)).Select(lead => lead.Id).Order().Take(MostCounted + 1);
        var customers = db.CustomersOf(actor).Where(customer => customer.ArchivedAt == null && customer.Lifecycle == LifecycleType.Potential && customer.NextFollowUpOn == null)
            .Select(customer => customer.Id).Order().Take(MostCounted + 1);
        return new Counts(await leads.CountAsync(cancellationToken), await customers.CountAsync(cancellationToken));
    }
}
