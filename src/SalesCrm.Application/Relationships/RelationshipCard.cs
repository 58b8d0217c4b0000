using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Relationships;

/// <summary>The confirmed type of relationship, and the one that the log proposes.</summary>
public sealed class RelationshipCard(CrmDbContext db, CompanyClock clock)
{
    /// <summary>Words by which a suggestion is known in what was written down.</summary>
    private static readonly string[] Suggestion = ["建议", "希望", "改进", "提议", "suggest"];

    private static readonly string[] Joint = ["联合", "共同", "合作计划", "联名", "joint"];

    /// <param name="Signs">Null for who sees only his own records there.</param>
    public sealed record Card(
        long CustomerId, string Customer, bool IsConfidential, RelationshipType? Type, string? Reason, DateOnly? On, RelationshipSigns? Signs, bool MayConfirm, Guid Version);

    public async Task<Card?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        actor = actor.ForOne;
        var (edited, whole) = (db.CustomersEditedBy(actor), db.CustomersWhollySeenBy(actor));
        var card = await db.CustomersOf(actor).AsNoTracking().Where(customer => customer.Id == id)
            .Select(customer => new
            {
                customer.Name,
                IsConfidential = customer.ConfidentialAt != null,
                customer.Relationship,
                customer.RelationshipReason,
                customer.RelationshipOn,
                customer.DealCount,
                customer.Version,
                MayConfirm = edited.Any(row => row.Id == id),
                SeesAll = whole.Any(row => row.Id == id),
                Referrals = db.Customers.Count(row => row.ReferredById == id && row.DealCount > 0 && row.ArchivedAt == null),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return card is null ? null : new Card(
            id, card.Name, card.IsConfidential, card.Relationship, card.RelationshipReason, card.RelationshipOn,
            card.SeesAll ? await SignsAsync(id, card.DealCount, card.Referrals, cancellationToken) : null, card.MayConfirm, card.Version);
    }

    private async Task<RelationshipSigns> SignsAsync(long id, int deals, int referrals, CancellationToken cancellationToken)
    {
        var since = clock.Today.AddMonths(-12);
        var talks = await db.Visits.AsNoTracking().Where(visit => visit.CustomerId == id && visit.ArchivedAt == null && visit.On > since)
            .Select(visit => new { visit.IsInbound, visit.SearchText }).ToListAsync(cancellationToken);
        return new RelationshipSigns(
            deals, talks.Count(talk => !talk.IsInbound), talks.Count(talk => talk.IsInbound),
            talks.Count(talk => !talk.IsInbound && Names(talk.SearchText, Suggestion)), talks.Count(talk => talk.IsInbound && Names(talk.SearchText, Suggestion)),
            referrals, talks.Count(talk => Names(talk.SearchText, Joint)));
    }

    private static bool Names(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}
