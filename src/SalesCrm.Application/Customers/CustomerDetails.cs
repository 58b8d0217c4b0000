using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers;

/// <summary>One customer for its page: file, contacts, members, and what the reader may do.</summary>
public sealed class CustomerDetails(CrmDbContext db)
{
    /// <summary>The file. Amounts in yuan, instants UTC.</summary>
    public sealed record CustomerCard(
        long Id, string Number, string Name, string? ShortName, Grade Grade, LifecycleType Lifecycle, string? Industry, string? Source, string? CompanySize,
        string? Province, string? City, string? Address, string? Website, string? Need, NeedStage? NeedStage, decimal? Budget, int? NeedQuantity, int? Urgency,
        string? ProductPreference, string? DecisionProcess, DateOnly? FirstContactOn, DateOnly? NextFollowUpOn, string? NextFollowUpText, DateTime? LastFollowUpAt,
        decimal AnnualAmount, int AnnualDealCount, int DealCount, decimal DealTotal, DateOnly? FirstDealOn, DateOnly? LastDealOn,
        DateOnly? DeclaredLastDealOn, decimal? DeclaredAmount, int? DeclaredDealCount, int OpenOpportunityCount, decimal OpenAmount,
        long? OwnerId, string? Owner, long? ReferredById, string? ReferredBy, string? Remark, DateTime? ConfirmedAt, DateTime CreatedAt, DateTime? ArchivedAt, Guid Version)
    {
        public IReadOnlyList<ContactRow> Contacts { get; init; } = [];
        public IReadOnlyList<MemberRow> Members { get; init; } = [];

        /// <summary>高潜力 by rule.</summary>
        public bool IsHighPotential => Budget is not null && Urgency >= HighPotential.UrgencyFrom;

        /// <summary>Customers that this one referred, as far as the reader sees them.</summary>
        public int ReferredCount { get; init; }

        /// <summary>Yuan that those have bought.</summary>
        public decimal ReferredTotal { get; init; }

        public RelationshipType? Relationship { get; init; }

        /// <summary>Since when he is of this type; null for who never bought.</summary>
        public DateOnly? LifecycleSince { get; init; }

        /// <summary>Mean of his latest answer to a satisfaction survey.</summary>
        public decimal? SurveyScore { get; init; }
        public DateOnly? SurveyOn { get; init; }

        /// <summary>Customers that he referred and that bought, whoever sees them.</summary>
        public int BuyingReferrals { get; init; }

        internal string? Rules { get; init; }

        public Text LifecycleWhy => LifecycleReason.Of(Lifecycle, new(DealCount, FirstDealOn, LastDealOn, SurveyScore, SurveyOn, BuyingReferrals), LifecycleRules.Stored.Of(Rules));

        /// <summary>UTC; since when the file is 机密.</summary>
        public DateTime? ConfidentialAt { get; init; }
        public string? ConfidentialReason { get; init; }

        /// <summary>The reader is its owner, leads him or is an admin: he decides what is confidential and reads who opened it.</summary>
        public bool MayDecide { get; init; }

        /// <summary>Where this file went when it was merged.</summary>
        public long? MergedIntoId { get; init; }

        /// <summary>Its name; null where the reader may not see it.</summary>
        public string? MergedInto { get; init; }

        /// <summary>The fields that the admin added and that the reader sees.</summary>
        public IReadOnlyList<FieldFact> Fields { get; init; } = [];

        /// <summary>The reader may change the file.</summary>
        public bool MayEdit { get; init; }

        /// <summary>The reader may log follow-ups and open opportunities.</summary>
        public bool MayWork { get; init; }

        /// <summary>The reader sees phone numbers and addresses unmasked.</summary>
        public bool SeesContactData { get; init; }
    }

    public sealed record ContactRow(long Id, string Name, string? Title, string? Phone, string? Mobile, string? Email, string? WeChat, ContactRole? Role, bool IsPrimary)
    {
        /// <summary>The fields that the admin added and that the reader sees; none for who does not see the whole file.</summary>
        public IReadOnlyList<FieldFact> Fields { get; init; } = [];

        internal ContactRow Masked() => this with { Phone = Mask.Phone(Phone), Mobile = Mask.Phone(Mobile), Email = Mask.Email(Email), WeChat = Mask.WeChat(WeChat) };
    }

    public sealed record MemberRow(long Id, long UserId, string Name, MemberAccess Access);

    public async Task<CustomerCard?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var english = Translations.Current == Translations.English;
        actor = actor.ForOne;
        var edited = db.CustomersEditedBy(actor);
        var worked = db.CustomersWorkedBy(actor);
        var whole = db.CustomersWhollySeenBy(actor);
        var openHere = db.OpportunitiesOf(actor).Where(o => o.CustomerId == id && o.Status == OpportunityStatus.Open && o.ArchivedAt == null);
        var referrers = db.CustomersOf(actor);
        var reach = db.ReachOf(actor);
        var card = await db.CustomersOf(actor).AsNoTracking().Where(c => c.Id == id).Select(c => new CustomerCard(
            c.Id, c.Number, c.Name, c.ShortName, c.Grade, c.Lifecycle,
            english && c.Industry!.EnglishName != null ? c.Industry.EnglishName : c.Industry!.Name,
            english && c.Source!.EnglishName != null ? c.Source.EnglishName : c.Source!.Name,
            english && c.CompanySize!.EnglishName != null ? c.CompanySize.EnglishName : c.CompanySize!.Name,
            c.Province, c.City, c.Address, c.Website, c.Need, c.NeedStage, c.Budget, c.NeedQuantity, c.Urgency,
            c.ProductPreference, c.DecisionProcess, c.FirstContactOn, c.NextFollowUpOn, c.NextFollowUpText, c.LastFollowUpAt,
            c.AnnualAmount, c.AnnualDealCount, c.DealCount, c.DealTotal, c.FirstDealOn, c.LastDealOn,
            c.DeclaredLastDealOn, c.DeclaredAmount, c.DeclaredDealCount, openHere.Count(), openHere.Sum(o => o.Amount ?? 0m),
            c.OwnerId, c.Owner!.DisplayName, c.ReferredById, referrers.Where(r => r.Id == c.ReferredById).Select(r => r.Name).FirstOrDefault(),
            c.Remark, c.ConfirmedAt, c.CreatedAt, c.ArchivedAt, c.Version)
        {
            ReferredCount = referrers.Count(r => r.ReferredById == c.Id && r.ArchivedAt == null),
            ReferredTotal = referrers.Where(r => r.ReferredById == c.Id && r.ArchivedAt == null).Sum(r => r.DealTotal),
            Relationship = c.Relationship,
            LifecycleSince = c.LifecycleSince,
            SurveyScore = c.SurveyScore,
            SurveyOn = c.SurveyOn,
            BuyingReferrals = c.BuyingReferrals,
            Rules = db.Settings.Where(setting => setting.Name == LifecycleRules.Stored.Name).Select(setting => setting.Value).FirstOrDefault(),
            ConfidentialAt = c.ConfidentialAt,
            ConfidentialReason = c.ConfidentialReason,
            MayDecide = actor.SeesEverything || reach.Contains(c.OwnerId ?? 0),
            MergedIntoId = c.MergedIntoId,
            MayEdit = edited.Any(customer => customer.Id == c.Id),
            MergedInto = referrers.Where(r => r.Id == c.MergedIntoId).Select(r => r.Name).FirstOrDefault(),
            MayWork = worked.Any(customer => customer.Id == c.Id),
            SeesContactData = whole.Any(customer => customer.Id == c.Id),
        }).SingleOrDefaultAsync(cancellationToken);
        if (card is null)
        {
            return null;
        }

        var contacts = await db.Contacts.AsNoTracking().Where(c => c.CustomerId == id && c.ArchivedAt == null)
            .OrderByDescending(c => c.IsPrimary).ThenBy(c => c.Id)
            .Select(c => new ContactRow(c.Id, c.Name, c.Title, c.Phone, c.Mobile, c.Email, c.WeChat, c.Role, c.IsPrimary))
            .ToListAsync(cancellationToken);
        if (card.SeesContactData && await db.FieldsAsync(FieldSubject.Contact, actor, cancellationToken) is { Count: > 0 } fields)
        {
            var values = await db.ValuesAsync(fields, contacts.ConvertAll(contact => contact.Id), cancellationToken);
            contacts = contacts.ConvertAll(contact => contact with { Fields = values.FactsOf(fields, contact.Id) });
        }

        var members = await db.CustomerMembers.AsNoTracking().Where(m => m.CustomerId == id)
            .OrderBy(m => m.Id)
            .Select(m => new MemberRow(m.Id, m.UserId, m.User!.DisplayName, m.Access))
            .ToListAsync(cancellationToken);
        return card with
        {
            Contacts = card.SeesContactData ? contacts : contacts.ConvertAll(contact => contact.Masked()),
            Members = members,
            Fields = await db.FactsAsync(FieldSubject.Customer, id, actor, cancellationToken),
        };
    }

    /// <summary>Whether the customer is there for this reader.</summary>
    public Task<bool> IsSeenAsync(long id, Actor actor, CancellationToken cancellationToken)
        => db.CustomersOf(actor.ForOne).AnyAsync(customer => customer.Id == id, cancellationToken);
}
