using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Visits;

using Plans = System.Collections.Generic.IReadOnlyDictionary<SalesCrm.Application.Search.SearchKind, SalesCrm.Application.Search.SearchPlan>;

namespace SalesCrm.Application.Lookups;

/// <summary>Finds customers, contacts, opportunities, leads and the latest follow-ups among what the reader may see; one command for each kind of which anything can be found, after one that asks the index.</summary>
public sealed class GlobalSearch(CrmDbContext db, VisitList visits, NoteAccess accesses)
{
    private static readonly SearchKind[] Kinds = [SearchKind.Customer, SearchKind.Contact, SearchKind.ContactPhone, SearchKind.Opportunity, SearchKind.Lead];

    public sealed record CustomerHit(long Id, string Name, string Number, Grade Grade, string? City, string? Owner, bool IsArchived, bool IsConfidential = false);

    /// <summary>Phone and e-mail are masked for who does not see the whole file.</summary>
    public sealed record ContactHit(long Id, long CustomerId, string Name, string? Title, string Customer, string? Phone, string? Email, bool IsConfidential = false);

    /// <summary>Amount in yuan.</summary>
    public sealed record OpportunityHit(long Id, string Name, string Number, string Customer, StageCode Stage, decimal? Amount, string? Owner, long CustomerId, bool IsConfidential = false);

    public sealed record LeadHit(long Id, string Company, string? Person, string? Phone, LeadStatus Status, string? Owner);

    /// <summary>The first hits of a kind, and how many there are, counted as far as a tab tells.</summary>
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

        var plans = await SearchPlan.OfAsync(db, Kinds, typed, actor, cancellationToken);
        var found = new Found(
            await CustomersAsync(typed!, plans, size, actor, cancellationToken),
            await ContactsAsync(typed!, plans, size, actor, cancellationToken),
            await OpportunitiesAsync(typed!, plans, size, actor, cancellationToken),
            await LeadsAsync(typed!, plans, size, actor, cancellationToken),
            withVisits ? await VisitsAsync(typed!, size, actor, cancellationToken) : new([], 0));
        await accesses.FoundAsync(found.Confidential, typed!, found.Total, actor, cancellationToken);
        return found;
    }

    private async Task<Group<CustomerHit>> CustomersAsync(string typed, Plans plans, int size, Actor actor, CancellationToken cancellationToken)
    {
        if (plans.FirstOf(SearchKind.Customer) is not { } plan)
        {
            return new([], 0);
        }

        var found = db.CustomersOf(actor).Matching(db, SearchKind.Customer, typed, plan);
        var rows = await found.AsNoTracking()
            .Ranked(SearchKind.Customer, typed).ThenBy(c => c.ArchivedAt != null).ThenByDescending(c => c.LastFollowUpAt).ThenByDescending(c => c.Id).Take(size)
            .Select(c => new
            {
                Hit = new CustomerHit(c.Id, c.Name, c.Number, c.Grade, c.City, c.Owner!.DisplayName, c.ArchivedAt != null, c.ConfidentialAt != null),
                Total = found.Take(Counting.MostOfTab + 1).Count(),
            })
            .ToListAsync(cancellationToken);
        return new(rows.ConvertAll(row => row.Hit), rows.Count == 0 ? 0 : rows[0].Total);
    }

    private async Task<Group<ContactHit>> ContactsAsync(string typed, Plans plans, int size, Actor actor, CancellationToken cancellationToken)
    {
        var (named, dialled) = (plans.FirstOf(SearchKind.Contact), plans.FirstOf(SearchKind.ContactPhone));
        if (named is null && dialled is null)
        {
            return new([], 0);
        }

        // Hits are asked whose customer each is; where records are asked instead, they are those of his customers.
        var contacts = db.Contacts.Where(c => c.ArchivedAt == null);
        var (customers, listed, known) = (db.CustomersOf(actor.ForOne), db.CustomersOf(actor).Select(customer => customer.Id), db.CustomersWhollySeenBy(actor.ForOne));
        contacts = named is { Mode: not SearchMode.Fetched } || dialled is { Mode: not SearchMode.Fetched }
            ? contacts.Where(c => listed.Contains(c.CustomerId))
            : contacts.Where(c => customers.Any(customer => customer.Id == c.CustomerId));

        // Whoever sees a number masked must not find out its digits by searching for them.
        var byName = named is null ? contacts.Where(_ => false) : contacts.Matching(db, SearchKind.Contact, typed, named);
        var byPhone = dialled is null ? contacts.Where(_ => false) : contacts.Where(c => known.Any(customer => customer.Id == c.CustomerId)).Matching(db, SearchKind.ContactPhone, typed, dialled);
        var ids = byName.Select(c => c.Id).Union(byPhone.Select(c => c.Id));
        var found = db.Contacts.Where(c => ids.Contains(c.Id));
        var rows = await found.AsNoTracking().Ranked(SearchKind.Contact, typed).ThenByDescending(c => c.Id).Take(size)
            .Select(c => new
            {
                Hit = new ContactHit(c.Id, c.CustomerId, c.Name, c.Title, c.Customer!.Name, c.Mobile ?? c.Phone, c.Email, c.Customer.ConfidentialAt != null),
                Known = known.Any(customer => customer.Id == c.CustomerId),
                Total = ids.Take(Counting.MostOfTab + 1).Count(),
            })
            .ToListAsync(cancellationToken);
        return new(
            rows.ConvertAll(row => row.Known ? row.Hit : row.Hit with { Phone = Mask.Phone(row.Hit.Phone), Email = Mask.Email(row.Hit.Email) }),
            rows.Count == 0 ? 0 : rows[0].Total);
    }

    private async Task<Group<OpportunityHit>> OpportunitiesAsync(string typed, Plans plans, int size, Actor actor, CancellationToken cancellationToken)
    {
        if (plans.FirstOf(SearchKind.Opportunity) is not { } plan)
        {
            return new([], 0);
        }

        var found = db.OpportunitiesOf(actor).Where(o => o.ArchivedAt == null).Matching(db, SearchKind.Opportunity, typed, plan);
        var rows = await found.AsNoTracking().Ranked(SearchKind.Opportunity, typed).ThenBy(o => o.Status).ThenByDescending(o => o.Id).Take(size)
            .Select(o => new
            {
                Hit = new OpportunityHit(o.Id, o.Name, o.Number, o.Customer!.Name, o.Stage, o.Amount, o.Owner!.DisplayName, o.CustomerId, o.Customer.ConfidentialAt != null),
                Total = found.Take(Counting.MostOfTab + 1).Count(),
            })
            .ToListAsync(cancellationToken);
        return new(rows.ConvertAll(row => row.Hit), rows.Count == 0 ? 0 : rows[0].Total);
    }

    private async Task<Group<LeadHit>> LeadsAsync(string typed, Plans plans, int size, Actor actor, CancellationToken cancellationToken)
    {
        if (plans.FirstOf(SearchKind.Lead) is not { } plan)
        {
            return new([], 0);
        }

        var found = db.LeadsOf(actor).Matching(db, SearchKind.Lead, typed, plan);
        var rows = await found.AsNoTracking().Ranked(SearchKind.Lead, typed).ThenByDescending(l => l.Id).Take(size)
            .Select(l => new { Hit = new LeadHit(l.Id, l.Company, l.Person, l.Phone, l.Status, l.Owner!.DisplayName), Total = found.Take(Counting.MostOfTab + 1).Count() })
            .ToListAsync(cancellationToken);
        return new(rows.ConvertAll(row => row.Hit), rows.Count == 0 ? 0 : rows[0].Total);
    }

    private async Task<Group<VisitList.VisitRow>> VisitsAsync(string typed, int size, Actor actor, CancellationToken cancellationToken)
    {
        var hits = await visits.FindAsync(typed, size, actor, cancellationToken);
        return new(hits, hits.Count);
    }
}
