using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Audit;

/// <summary>What records are called and where they are, for lists that mix their kinds; records that the reader may not see have no title.</summary>
public sealed class RecordTitles(CrmDbContext db)
{
    public sealed record Title(string Name, string Href);

    /// <param name="records">By the name that the audit trail has for their kind.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyDictionary<(string Subject, long Id), Title>> ReadAsync(IEnumerable<(string Subject, long Id)> records, Actor actor, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<(string, long), Title>();
        foreach (var kind in records.GroupBy(record => record.Subject, record => record.Id))
        {
            if (Of(kind.Key, [.. kind], actor) is { } query)
            {
                foreach (var row in await query.ToListAsync(cancellationToken))
                {
                    titles[(kind.Key, row.Id)] = new Title(row.Name, row.Href);
                }
            }
        }

        return titles;
    }

    private IQueryable<Row>? Of(string subject, List<long> ids, Actor actor)
    {
        var files = db.CustomersWhollySeenBy(actor).Select(customer => customer.Id);
        return subject switch
        {
            "Customer" => db.CustomersOf(actor).Where(row => ids.Contains(row.Id)).Select(row => new Row { Id = row.Id, Name = row.Name, Href = "/customers/" + row.Id }),
            "Contact" => db.Contacts.Where(row => ids.Contains(row.Id) && files.Contains(row.CustomerId)).Select(row => new Row { Id = row.Id, Name = row.Name, Href = "/customers/" + row.CustomerId }),
            "Opportunity" => db.OpportunitiesOf(actor).Where(row => ids.Contains(row.Id)).Select(row => new Row { Id = row.Id, Name = row.Number, Href = "/opportunities/" + row.Id }),
            "Deal" => db.DealsOf(actor).Where(row => ids.Contains(row.Id)).Select(row => new Row { Id = row.Id, Name = row.Number, Href = "/deals/" + row.Id + "/edit" }),
            "Visit" => db.VisitsOf(actor).Where(row => ids.Contains(row.Id)).Select(row => new Row { Id = row.Id, Name = row.Customer!.Name, Href = "/visits/" + row.Id }),
            "Lead" => db.LeadsOf(actor).Where(row => ids.Contains(row.Id)).Select(row => new Row { Id = row.Id, Name = row.Company, Href = "/leads/" + row.Id }),
            "Competitor" => db.Competitors.Where(row => ids.Contains(row.Id)).Select(row => new Row { Id = row.Id, Name = row.Name, Href = "/competitors/" + row.Id }),
            _ => null,
        };
    }

    private sealed class Row
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
        public required string Href { get; init; }
    }
}
