using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Lookups;

/// <summary>Finds customers, contacts, opportunities, leads and the latest follow-ups among what the reader may see; one command for each kind.</summary>
public sealed class GlobalSearch(CrmDbContext db, VisitList visits, NoteAccess accesses)
{
    public sealed record CustomerHit(long Id, string Name, string Number, Grade Grade, string? City, string? Owner, bool IsArchived, bool IsConfidential = false);

    /// <summary>Phone and e-mail are masked for who does not see the whole file.</summary>
    public sealed record ContactHit(long Id, long CustomerId, string Name, string? Title, string Customer, string? Phone, string? Email, bool IsConfidential = false);

    /// <summary>Amount in yuan.</summary>
    public sealed record OpportunityHit(long Id, string Name, string Number, string Customer, StageCode Stage, decimal? Amount, string? Owner, long CustomerId, bool IsConfidential = false);

    public sealed record LeadHit(long Id, string Company, string? Person, string? Phone, LeadStatus Status, string? Owner);

    /// <summary>The first hits of a kind, and how many there are.</summary>
    public sealed record Group<T>(IReadOnlyList<T> Hits, int Total)
    {
        public int More => Total - Hits.Count;
    }

    public sealed record Found(
        Group<CustomerHit> Customers, Group<ContactHit> Contacts, Group<OpportunityHit> Opportunities, Group<LeadHit> Leads, Group<VisitList.VisitRow> Visits)
    {
        /// <summary>Confidential customers that the hits show.</summary>
        internal IEnumerable<long> Confidential
        =>
        [
            .. Customers.Hits.Where(hit => hit.IsConfidential).Select(hit => hit.Id), .. Contacts.Hits.Where(hit => hit.IsConfidential).Select(hit => hit.CustomerId),
            .. Opportunities.Hits.Where(hit => hit.IsConfidential).Select(hit => hit.CustomerId), .. Visits.Hits.Where(hit => hit.IsConfidential).Select(hit => hit.CustomerId),
        ];

        public int Total => Customers.Total + Contacts.Total + Opportunities.Total + Leads.Total + Visits.Total;
    }

    /// <param name="typed">Part of a name or number, digits of a phone, or words inside a follow-up.</param>
    /// <param name="size">How many hits of each kind.</param>
    /// <param name="withVisits">Whether past follow-ups are searched too.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Found> FindAsync(string? typed, int size, bool withVisits, Actor actor, CancellationToken cancellationToken)
    {
        if (NameKey.Of(typed).Length == 0)
        {
            return new Found(new([], 0), new([], 0), new([], 0), new([], 0), new([], 0));
        }

        var found = new Found(
            await CustomersAsync(typed!, size, actor, cancellationToken),
            await ContactsAsync(typed!, size, actor, cancellationToken),
            await OpportunitiesAsync(typed!, size, actor, cancellationToken),
            await LeadsAsync(typed!, size, actor, cancellationToken),
            withVisits ? await VisitsAsync(typed!, size, actor, cancellationToken) : new([], 0));
        await accesses.FoundAsync(found.Confidential, typed!, found.Total, actor, cancellationToken);
        return found;
    }

    private async Task<Group<CustomerHit>> CustomersAsync(string typed, int size, Actor actor, CancellationToken cancellationToken)
    {
        var found = db.CustomersOf(actor).Matching(db, SearchKind.Customer, typed);
        var rows = await found.AsNoTracking()
            .Ranked(SearchKind.Customer, typed).ThenBy(c => c.ArchivedAt != null).ThenByDescending(c => c.LastFollowUpAt).ThenByDescending(c => c.Id).Take(size)
            .Select(c => new { Hit = new CustomerHit(c.Id, c.Name, c.Number, c.Grade, c.City, c.Owner!.DisplayName, c.ArchivedAt != null, c.ConfidentialAt != null), Total = found.Count() })
            .ToListAsync(cancellationToken);
        return new(rows.ConvertAll(row => row.Hit), rows.Count == 0 ? 0 : rows[0].Total);
    }

    private async Task<Group<ContactHit>> ContactsAsync(string typed, int size, Actor actor, CancellationToken cancellationToken)
    {
        var customers = db.CustomersOf(actor.ForOne);
        var known = db.CustomersWhollySeenBy(actor.ForOne);
        var named = db.Contacts.Matching(db, SearchKind.Contact, typed).Select(c => c.Id);
        // Whoever sees a number masked must not find out its digits by searching for them.
        var dialled = db.Contacts.Where(c => known.Any(customer => customer.Id == c.CustomerId)).Matching(db, SearchKind.ContactPhone, typed).Select(c => c.Id);
        var found = db.Contacts.Where(c => c.ArchivedAt == null && customers.Any(customer => customer.Id == c.CustomerId))
            .Where(c => named.Contains(c.Id) || dialled.Contains(c.Id));
        var rows = await found.AsNoTracking().Ranked(SearchKind.Contact, typed).ThenByDescending(c => c.Id).Take(size)
            .Select(c => new
            {
                Hit = new ContactHit(c.Id, c.CustomerId, c.Name, c.Title, c.Customer!.Name, c.Mobile ?? c.Phone, c.Email, c.Customer.ConfidentialAt != null),
                Known = known.Any(customer => customer.Id == c.CustomerId),
                Total = found.Count(),
            })
            .ToListAsync(cancellationToken);
        return new(
            rows.ConvertAll(row => row.Known ? row.Hit : row.Hit with { Phone = Mask.Phone(row.Hit.Phone), Email = Mask.Email(row.Hit.Email) }),
            rows.Count == 0 ? 0 : rows[0].Total);
    }

    private async Task<Group<OpportunityHit>> OpportunitiesAsync(string typed, int size, Actor actor, CancellationToken cancellationToken)
    {
        var found = db.OpportunitiesOf(actor).Where(o => o.ArchivedAt == null).Matching(db, SearchKind.Opportunity, typed);
        var rows = await found.AsNoTracking().Ranked(SearchKind.Opportunity, typed).ThenBy(o => o.Status).ThenByDescending(o => o.Id).Take(size)
            .Select(o => new { Hit = new OpportunityHit(o.Id, o.Name, o.Number, o.Customer!.Name, o.Stage, o.Amount, o.Owner!.DisplayName, o.CustomerId, o.Customer.ConfidentialAt != null), Total = found.Count() })
            .ToListAsync(cancellationToken);
        return new(rows.ConvertAll(row => row.Hit), rows.Count == 0 ? 0 : rows[0].Total);
    }

    private async Task<Group<LeadHit>> LeadsAsync(string typed, int size, Actor actor, CancellationToken cancellationToken)
    {
        var found = db.LeadsOf(actor).Matching(db, SearchKind.Lead, typed);
        var rows = await found.AsNoTracking().Ranked(SearchKind.Lead, typed).ThenByDescending(l => l.Id).Take(size)
            .Select(l => new { Hit = new LeadHit(l.Id, l.Company, l.Person, l.Phone, l.Status, l.Owner!.DisplayName), Total = found.Count() })
            .ToListAsync(cancellationToken);
        return new(rows.ConvertAll(row => row.Hit), rows.Count == 0 ? 0 : rows[0].Total);
    }

    private async Task<Group<VisitList.VisitRow>> VisitsAsync(string typed, int size, Actor actor, CancellationToken cancellationToken)
    {
        var hits = await visits.FindAsync(typed, size, actor, cancellationToken);
        return new(hits, hits.Count);
    }
}
