using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers;

/// <summary>The list of customers, page by page.</summary>
public sealed class CustomerList(CrmDbContext db, CompanyClock clock)
{
    private static readonly ListOrders<Customer> Orders = new(
        new ListOrder<Customer, DateOnly>("due", c => c.DueKey, c => c.Id),
        new ListOrder<Customer, DateTime?>("last", c => c.LastFollowUpAt, c => c.Id),
        new ListOrder<Customer, decimal>("annual", c => c.AnnualAmount, c => c.Id),
        new ListOrder<Customer, Grade>("grade", c => c.Grade, c => c.Id),
        new ListOrder<Customer, decimal?>("budget", c => c.Budget, c => c.Id),
        new ListOrder<Customer, long>("created", c => c.Id, c => c.Id));

    private static Expression<Func<Customer, CustomerRow>> Row(bool english) => c => new CustomerRow(
        c.Id, c.Number, c.Name, c.Grade, english && c.Industry!.EnglishName != null ? c.Industry.EnglishName : c.Industry!.Name, c.City, c.NeedStage, c.NextFollowUpOn, c.NextFollowUpText, c.LastFollowUpAt,
        c.AnnualAmount, c.Budget, c.OpenOpportunityCount, c.Owner!.DisplayName, c.ArchivedAt)
    {
        IsConfidential = c.ConfidentialAt != null,
        Size = english && c.CompanySize!.EnglishName != null ? c.CompanySize.EnglishName : c.CompanySize!.Name,
        Province = c.Province,
        Source = english && c.Source!.EnglishName != null ? c.Source.EnglishName : c.Source!.Name,
        Lifecycle = c.Lifecycle,
        DealCount = c.DealCount,
        DealTotal = c.DealTotal,
        LastDealOn = c.LastDealOn,
        CreatedAt = c.CreatedAt,
    };

    /// <summary>One line of the list. Amounts in yuan.</summary>
    public sealed record CustomerRow(
        long Id, string Number, string Name, Grade Grade, string? Industry, string? City, NeedStage? NeedStage, DateOnly? NextFollowUpOn, string? NextFollowUpText,
        DateTime? LastFollowUpAt, decimal AnnualAmount, decimal? Budget, int OpenOpportunityCount, string? Owner, DateTime? ArchivedAt)
    {
        public bool IsConfidential { get; init; }
        public string? Size { get; init; }
        public string? Province { get; init; }
        public string? Source { get; init; }
        public LifecycleType Lifecycle { get; init; }
        public int DealCount { get; init; }
        public decimal DealTotal { get; init; }
        public DateOnly? LastDealOn { get; init; }

        /// <summary>UTC.</summary>
        public DateTime CreatedAt { get; init; }

        /// <summary>Those fields of the admin's own that the list shows to the reader.</summary>
        public IReadOnlyList<FieldFact> Fields { get; init; } = [];
    }

    public async Task<Page<CustomerRow>> ReadAsync(CustomerFilter filter, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var fields = await db.FieldsAsync(FieldSubject.Customer, actor, cancellationToken);
        var plan = await SearchPlan.OfAsync(db, SearchKind.Customer, filter.Q, actor, cancellationToken);
        IQueryable<Customer> By(SearchPlan? way) => (filter with { Plan = way }).Apply(db, actor, clock).AsNoTracking();
        var rows = await FieldPages.ReadAsync(
            By(plan), filter.Fields?.Resolve(db, fields) ?? [], FieldOrder.Of<Customer>(db, fields, page.Sort, actor) ?? Orders.Named(page.Sort),
            Row(Translations.Current == Translations.English), page, actor, isSearch: plan is not null, cancellationToken, plan is { Ways.AreCommon: true } ? total => By(plan.For(total)) : null);
        return await FieldPages.WithFieldsAsync(db, rows, await db.ShownFieldsAsync(fields, FieldSubject.Customer, actor, cancellationToken), row => row.Id, (row, facts) => row with { Fields = facts }, cancellationToken);
    }

    /// <summary>How many customers there are, overdue, and due this week, each counted as far as a tab tells.</summary>
    public async Task<CustomerCounts> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var weekEnd = today.AddDays(6 - (((int)today.DayOfWeek + 6) % 7));
        var all = new CustomerFilter().Apply(db, actor, clock);
        return await db.Teams.Where(team => team.ParentId == null).OrderBy(team => team.Id).Take(1)
            .Select(_ => new CustomerCounts(
                all.Take(Counting.MostOfTab + 1).Count(),
                all.Where(c => c.DueKey < today).Take(Counting.MostOfTab + 1).Count(),
                all.Where(c => c.DueKey >= today && c.DueKey <= weekEnd).Take(Counting.MostOfTab + 1).Count()))
            .SingleAsync(cancellationToken);
    }
}

/// <summary>Counts behind the tabs of the customer list.</summary>
public sealed record CustomerCounts(int All, int Overdue, int ThisWeek);
