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

    /// <summary>The same for records that stand on the page of another, and for what is only a word.</summary>
    public static IQueryable<RecordPlace>? PartsOf(this CrmDbContext db, string subject, Actor actor)
    {
        var customers = db.CustomersWhollySeenBy(actor);
        var opportunities = db.OpportunitiesOf(actor);
        return subject switch
        {
            "CustomerMember" => db.CustomerMembers.SelectMany(row => customers.Where(customer => customer.Id == row.CustomerId), (row, customer) => new RecordPlace { Subject = "CustomerMember", Id = row.Id, Name = customer.Name, Href = "/customers/" + customer.Id }),
            "CustomerEvent" => db.CustomerEvents.SelectMany(row => customers.Where(customer => customer.Id == row.CustomerId), (row, customer) => new RecordPlace { Subject = "CustomerEvent", Id = row.Id, Name = customer.Name, Href = "/customers/" + customer.Id }),
            "StageChange" => db.StageChanges.SelectMany(row => opportunities.Where(opportunity => opportunity.Id == row.OpportunityId), (row, opportunity) => new RecordPlace { Subject = "StageChange", Id = row.Id, Name = opportunity.Name, Href = "/opportunities/" + opportunity.Id }),
            "Milestone" => db.Milestones.SelectMany(row => opportunities.Where(opportunity => opportunity.Id == row.OpportunityId), (row, opportunity) => new RecordPlace { Subject = "Milestone", Id = row.Id, Name = opportunity.Name, Href = "/opportunities/" + opportunity.Id }),
            "Rival" => db.Rivals.SelectMany(row => opportunities.Where(opportunity => opportunity.Id == row.OpportunityId), (row, opportunity) => new RecordPlace { Subject = "Rival", Id = row.Id, Name = opportunity.Name, Href = "/opportunities/" + opportunity.Id }),
            "OpportunityMember" => db.OpportunityMembers.SelectMany(row => opportunities.Where(opportunity => opportunity.Id == row.OpportunityId), (row, opportunity) => new RecordPlace { Subject = "OpportunityMember", Id = row.Id, Name = opportunity.Name, Href = "/opportunities/" + opportunity.Id }),
            "DictionaryEntry" => db.Dictionary.Select(row => new RecordPlace { Subject = "DictionaryEntry", Id = row.Id, Name = row.Name, Href = "" }),
            "Product" => db.Products.Select(row => new RecordPlace { Subject = "Product", Id = row.Id, Name = row.Name, Href = "" }),
            "ExternalId" => db.ExternalIds.Select(row => new RecordPlace { Subject = "ExternalId", Id = row.Id, Name = row.Code, Href = "" }),
            _ => null,
        };
    }
}
