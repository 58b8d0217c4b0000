using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Audit;

/// <summary>What a record is called and where it is, of all that somebody may see.</summary>
internal sealed class RecordPlace
{
    /// <summary>As the audit trail writes it.</summary>
    public required string Subject { get; init; }
    public required long Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Its page.</summary>
    public required string Href { get; init; }
}

internal static class RecordPlaces
{
    /// <param name="db">The context.</param>
    /// <param name="subject">A kind of record, in any case.</param>
    /// <param name="actor">Who reads.</param>
    /// <returns>Null for a kind that has no pages of its own.</returns>
    public static IQueryable<RecordPlace>? PlacesOf(this CrmDbContext db, string subject, Actor actor)
    {
        var files = db.CustomersWhollySeenBy(actor).Select(customer => customer.Id);
        return subject.ToLowerInvariant() switch
        {
            "customer" => db.CustomersOf(actor).Select(row => new RecordPlace { Subject = "Customer", Id = row.Id, Name = row.Name, Href = "/customers/" + row.Id }),
            "contact" => db.Contacts.Where(row => files.Contains(row.CustomerId)).Select(row => new RecordPlace { Subject = "Contact", Id = row.Id, Name = row.Name, Href = "/customers/" + row.CustomerId }),
            "opportunity" => db.OpportunitiesOf(actor).Select(row => new RecordPlace { Subject = "Opportunity", Id = row.Id, Name = row.Name, Href = "/opportunities/" + row.Id }),
            "deal" => db.DealsOf(actor).Select(row => new RecordPlace { Subject = "Deal", Id = row.Id, Name = row.Number, Href = "/deals/" + row.Id + "/edit" }),
            "visit" => db.VisitsOf(actor).Select(row => new RecordPlace { Subject = "Visit", Id = row.Id, Name = row.Customer!.Name, Href = "/visits/" + row.Id }),
            "lead" => db.LeadsOf(actor).Select(row => new RecordPlace { Subject = "Lead", Id = row.Id, Name = row.Company, Href = "/leads/" + row.Id }),
            "competitor" => db.Competitors.Select(row => new RecordPlace { Subject = "Competitor", Id = row.Id, Name = row.Name, Href = "/competitors/" + row.Id }),
            _ => null,
        };
    }
}
