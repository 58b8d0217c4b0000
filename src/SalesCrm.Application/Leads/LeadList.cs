using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Leads;

/// <summary>The list of leads, page by page.</summary>
public sealed class LeadList(CrmDbContext db, CompanyClock clock)
{
    private static readonly ListOrders<Lead> Orders = new(
        new ListOrder<Lead, DateOnly>("created", lead => lead.CreatedOn, lead => lead.Id),
        new ListOrder<Lead, DateOnly?>("due", lead => lead.NextFollowUpOn, lead => lead.Id),
        new ListOrder<Lead, string>("company", lead => lead.CompanyKey, lead => lead.Id));

    public sealed record LeadRow(
        long Id, string Company, string? Person, string? Phone, string? Source, string? Owner, LeadStatus Status,
        int? BudgetScore, int? UrgencyScore, int? AuthorityScore, DateOnly? NextFollowUpOn, string? NextFollowUpText, DateOnly CreatedOn, bool IsNew)
    {
        public string? Title { get; init; }
        public string? Province { get; init; }
        public string? City { get; init; }
        public string? Campaign { get; init; }

        /// <summary>UTC.</summary>
        public DateTime? LastContactAt { get; init; }

        /// <summary>Those fields of the admin's own that the list shows to the reader.</summary>
        public IReadOnlyList<FieldFact> Fields { get; init; } = [];

        public LeadScore ScoreBy(LeadScoring scoring) => LeadScore.Of(scoring, BudgetScore, UrgencyScore, AuthorityScore);
    }

    public async Task<Page<LeadRow>> ReadAsync(LeadFilter filter, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var fields = await db.FieldsAsync(FieldSubject.Lead, actor, cancellationToken);
        var rows = await FieldPages.ReadAsync(
            filter.Apply(db, actor, clock).AsNoTracking(), filter.Fields?.Resolve(db, fields) ?? [], FieldOrder.Of<Lead>(db, fields, page.Sort, actor) ?? Orders.Named(page.Sort),
            Row(Translations.Current == Translations.English, actor.UserId), page, actor, isSearch: !string.IsNullOrWhiteSpace(filter.Q), cancellationToken);
        return await FieldPages.WithFieldsAsync(db, rows, await db.ShownFieldsAsync(fields, FieldSubject.Lead, actor, cancellationToken), row => row.Id, (row, facts) => row with { Fields = facts }, cancellationToken);
    }

    /// <summary>How many the filter finds behind each tab, each counted as far as a tab tells.</summary>
    public async Task<IReadOnlyDictionary<LeadTab, int>> CountAsync(LeadFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var conditions = filter.Fields?.Resolve(db, await db.FieldsAsync(FieldSubject.Lead, actor, cancellationToken)) ?? [];
        var tabs = Enum.GetValues<LeadTab>();
        var counts = await Array.ConvertAll(tabs, tab => (filter with { Tab = tab }).Apply(db, actor, clock).Narrowed(conditions)).CountEachAsync(Counting.MostOfTab + 1, cancellationToken);
        return tabs.Zip(counts).ToDictionary();
    }

    private static Expression<Func<Lead, LeadRow>> Row(bool english, long me) => lead => new LeadRow(
        lead.Id, lead.Company, lead.Person, lead.Phone, english && lead.Source!.EnglishName != null ? lead.Source.EnglishName : lead.Source!.Name, lead.Owner!.DisplayName, lead.Status,
        lead.BudgetScore, lead.UrgencyScore, lead.AuthorityScore, lead.NextFollowUpOn, lead.NextFollowUpText, lead.CreatedOn,
        lead.OwnerId == me && lead.AssignedAt != null && (lead.LastContactAt == null || lead.LastContactAt < lead.AssignedAt) && lead.Status <= LeadStatus.Qualified)
    {
        Title = lead.Title,
        Province = lead.Province,
        City = lead.City,
        Campaign = lead.Campaign,
        LastContactAt = lead.LastContactAt,
    };
}
