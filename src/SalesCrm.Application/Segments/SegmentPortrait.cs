using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Segments;

/// <summary>The portrait of what a filter finds at this moment, within what the reader sees; the same records as the list, its counts and its export.</summary>
public sealed class SegmentPortrait(CrmDbContext db, CompanyClock clock)
{
    public async Task<Portrait> ReadAsync(IListFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var fields = await db.FieldsAsync(filter.Subject, actor, cancellationToken);
        return filter switch
        {
            CustomerFilter customers => await CustomerPortrait.ReadAsync(db, customers.Rows(db, actor, clock, fields), cancellationToken),
            LeadFilter leads => await SalesPortraits.LeadsAsync(db, leads.Rows(db, actor, clock, fields), cancellationToken),
            OpportunityFilter opportunities => await SalesPortraits.OpportunitiesAsync(db, opportunities.Rows(db, actor, clock, fields), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
        };
    }
}
