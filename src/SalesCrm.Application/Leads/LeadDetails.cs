using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Leads;

/// <summary>One lead for its page and for the forms that act on it.</summary>
public sealed class LeadDetails(CrmDbContext db)
{
    public sealed record Card(
        long Id, Guid Version, string Company, string? Person, string? Title, string? Phone, string? Email, long? SourceId, string? Source, string? Need, string? Campaign,
        long? OwnerId, string? Owner, int? BudgetScore, int? UrgencyScore, int? AuthorityScore, LeadStatus Status, string? DisqualifyWord, string? DisqualifyReason, string? OverrideReason,
        DateOnly? NextFollowUpOn, string? NextFollowUpText, string? Province, string? City, DateOnly CreatedOn, DateTime CreatedAt, long? CustomerId, string? Customer, long? OpportunityId, string? Opportunity)
    {
        public LeadScore Score { get; init; } = new([]);

        /// <summary>The customer that it became is confidential.</summary>
        public bool IsConfidential { get; init; }
        public bool IsOpen => Status is LeadStatus.New or LeadStatus.Working or LeadStatus.Qualified;

        /// <summary>Why it was given up, in one line; null while it was not.</summary>
        public string? GivenUpFor => string.Join("：", new[] { DisqualifyWord, DisqualifyReason }.Where(part => part is not null)) is { Length: > 0 } why ? why : null;

        /// <summary>A manager may let pass what misses a threshold.</summary>
        public bool MayOverride { get; init; }
        public bool MayAssign { get; init; }

        /// <summary>The fields that the admin added and that the reader sees.</summary>
        public IReadOnlyList<FieldFact> Fields { get; init; } = [];

        /// <summary>The reader can convert it only once it is somebody's: he takes over no customers himself.</summary>
        public bool NeedsOwner { get; init; }
        public bool MayConvert => IsOpen && (Score.IsQualified || MayOverride);

        /// <summary>The form that edits it.</summary>
        public EditLead.Input ToInput() => new()
        {
            Company = Company,
            Person = Person,
            Title = Title,
            Phone = Phone,
            Email = Email,
            SourceId = SourceId,
            Need = Need,
            Campaign = Campaign,
            Province = Province,
            City = City,
            NextFollowUpOn = NextFollowUpOn,
            NextFollowUpText = NextFollowUpText,
            BudgetScore = BudgetScore,
            UrgencyScore = UrgencyScore,
            AuthorityScore = AuthorityScore,
            Fields = Fields.ToForm(),
            Version = Version,
        };

        /// <summary>The form that converts it, under the given name of the opportunity; a budget that the need names is the expected amount.</summary>
        public LeadConversionInput ToConversion(string opportunityName)
            => new() { Company = Company, Person = Person, Title = Title, Phone = Phone, Email = Email, Need = Need, OpportunityName = opportunityName, Amount = NeedText.In(Need).Budget?.ToString("0.##", CultureInfo.InvariantCulture) };
    }

    public async Task<Card?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var english = Translations.Current == Translations.English;
        var customers = db.CustomersOf(actor);
        var opportunities = db.OpportunitiesOf(actor);
        var card = await db.LeadsOf(actor).AsNoTracking().Where(lead => lead.Id == id).Select(lead => new Card(
            lead.Id, lead.Version, lead.Company, lead.Person, lead.Title, lead.Phone, lead.Email, lead.SourceId,
            english && lead.Source!.EnglishName != null ? lead.Source.EnglishName : lead.Source!.Name, lead.Need, lead.Campaign,
            lead.OwnerId, lead.Owner!.DisplayName, lead.BudgetScore, lead.UrgencyScore, lead.AuthorityScore, lead.Status,
            english && lead.DisqualifyWord!.EnglishName != null ? lead.DisqualifyWord.EnglishName : lead.DisqualifyWord!.Name, lead.DisqualifyReason, lead.OverrideReason,
            lead.NextFollowUpOn, lead.NextFollowUpText, lead.Province, lead.City, lead.CreatedOn, lead.CreatedAt,
            lead.CustomerId, customers.Where(customer => customer.Id == lead.CustomerId).Select(customer => customer.Name).FirstOrDefault(),
            lead.OpportunityId, opportunities.Where(opportunity => opportunity.Id == lead.OpportunityId).Select(opportunity => opportunity.Name).FirstOrDefault())
        { IsConfidential = lead.Customer!.ConfidentialAt != null })
            .SingleOrDefaultAsync(cancellationToken);
        if (card is null)
        {
            return null;
        }

        var leads = actor.Role is Role.Manager or Role.Admin;
        var scoring = await LeadScoring.ReadAsync(db, cancellationToken);
        var fields = await db.FactsAsync(FieldSubject.Lead, id, actor, cancellationToken);
        return card with { Fields = fields, Score = LeadScore.Of(scoring, card.BudgetScore, card.UrgencyScore, card.AuthorityScore), MayOverride = leads, MayAssign = leads && card.Status != LeadStatus.Converted, NeedsOwner = card.OwnerId is null && !ConvertLead.MayTake(actor) };
    }
}
