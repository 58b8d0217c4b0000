using SalesCrm.Application.Customers;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Web.Pages.Filters;

/// <summary>How many a filter finds, counted as the lists count.</summary>
public sealed class FilterCounts(CustomerList customers, LeadList leads, OpportunityList opportunities)
{
    public async Task<int> OfAsync(CustomerFilter filter, Actor actor, CancellationToken cancellationToken)
        => (await customers.ReadAsync(filter, new PageRequest("created", true, null, 1), actor, cancellationToken)).Total;

    public async Task<int> OfAsync(LeadFilter filter, Actor actor, CancellationToken cancellationToken)
        => (await leads.ReadAsync(filter, new PageRequest("created", true, null, 1), actor, cancellationToken)).Total;

    public async Task<int> OfAsync(OpportunityFilter filter, Actor actor, CancellationToken cancellationToken)
        => (await opportunities.ReadAsync(filter, new PageRequest("created", true, null, 1), actor, cancellationToken)).Page.Total;
}
