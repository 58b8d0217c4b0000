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
            filter.Apply(db, actor, clock).AsNoTracking(), filter.Fields?.Resolve(db, fields) ?? [], FieldOrder.Of<Lead>(db, fields, page.Sort) ?? Orders.Named(page.Sort),
            Row(Translations.Current == Translations.English, actor.UserId), page, actor, isSearch: !string.IsNullOrWhiteSpace(filter.Q), cancellationToken);
        return await FieldPages.WithFieldsAsync(db, rows, await db.ShownFieldsAsync(fields, FieldSubject.Lead, actor, cancellationToken), row => row.Id, (row, facts) => row with { Fields = facts }, cancellationToken);
    }

    /// <summary>How many the filter finds behind each tab.</summary>
    public async Task<IReadOnlyDictionary<LeadTab, int>> CountAsync(LeadFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var fields = await db.FieldsAsync(FieldSubject.Lead, actor, cancellationToken);
        var counts = await filter.Narrow(db, actor, clock).Narrowed(filter.Fields?.Resolve(db, fields) ?? [])
            .GroupBy(lead => new
            {
                lead.Status,
                Unassigned = lead.OwnerId == null,
                IsNew = lead.OwnerId == actor.UserId && lead.AssignedAt != null && (lead.LastContactAt == null || lead.LastContactAt < lead.AssignedAt),
            })
            .Select(group => new { group.Key.Status, group.Key.Unassigned, group.Key.IsNew, Count = group.Count() })
            .ToListAsync(cancellationToken);
        int Of(params LeadStatus[] of) => counts.Where(count => of.Contains(count.Status)).Sum(count => count.Count);
        return new Dictionary<LeadTab, int>
        {
            [LeadTab.Open] = Of(LeadStatus.New, LeadStatus.Working, LeadStatus.Qualified),
            [LeadTab.New] = Of(LeadStatus.New),
            [LeadTab.Working] = Of(LeadStatus.Working),
            [LeadTab.Qualified] = Of(LeadStatus.Qualified),
            [LeadTab.Disqualified] = Of(LeadStatus.Disqualified),
            [LeadTab.Converted] = Of(LeadStatus.Converted),
            [LeadTab.Unassigned] = counts.Where(count => count.Unassigned && count.Status <= LeadStatus.Qualified).Sum(count => count.Count),
            [LeadTab.NewToMe] = counts.Where(count => count.IsNew && count.Status <= LeadStatus.Qualified).Sum(count => count.Count),
            [LeadTab.All] = counts.Sum(count => count.Count),
        };
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
