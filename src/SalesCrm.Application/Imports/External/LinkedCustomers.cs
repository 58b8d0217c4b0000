using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Imports.External;

/// <summary>Whose customers the records are that rows point to.</summary>
internal sealed class LinkedCustomers(CrmDbContext db)
{
    private const int Batch = 500;

    /// <param name="CustomerId">None for a lead that has not been converted.</param>
    /// <param name="Company">Of a lead.</param>
    internal sealed record Place(long Id, long? CustomerId, string? Company);

    public async Task<IReadOnlyDictionary<(ExternalSubject, long), Place>> ReadAsync(IEnumerable<(ExternalSubject Subject, long Id)> links, CancellationToken cancellationToken)
    {
        var places = new Dictionary<(ExternalSubject, long), Place>();
        foreach (var group in links.Distinct().GroupBy(link => link.Subject, link => link.Id).Where(group => group.Key != ExternalSubject.Customer))
        {
            foreach (var ids in group.Chunk(Batch))
            {
                foreach (var place in await Of(group.Key, ids).ToListAsync(cancellationToken))
                {
                    places[(group.Key, place.Id)] = place;
                }
            }
        }

        return places;
    }

    private IQueryable<Place> Of(ExternalSubject subject, long[] ids) => subject switch
    {
        ExternalSubject.Contact => db.Contacts.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.Id, row.CustomerId, null)),
        ExternalSubject.Lead => db.Leads.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.Id, row.CustomerId, row.Company)),
        ExternalSubject.Opportunity => db.Opportunities.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.Id, row.CustomerId, null)),
        ExternalSubject.Deal => db.Deals.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.Id, row.CustomerId, null)),
        ExternalSubject.Visit => db.Visits.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.Id, row.CustomerId, null)),
        _ => db.CustomerEvents.Where(row => ids.Contains(row.Id)).Select(row => new Place(row.Id, row.CustomerId, null)),
    };
}
