using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Tidy;

/// <summary>The monthly tidying (定期梳理): which files are still to be gone through, which are stale, which are long lost, and how far everybody is.</summary>
public sealed class TidyList(CrmDbContext db, CompanyClock clock)
{
    private static readonly ListOrders<Customer> Orders = new(
        new ListOrder<Customer, Grade>("grade", c => c.Grade, c => c.Id),
        new ListOrder<Customer, DateTime?>("last", c => c.LastFollowUpAt, c => c.Id),
        new ListOrder<Customer, DateTime?>("confirmed", c => c.ConfirmedAt, c => c.Id));

    private static Expression<Func<Customer, TidyRow>> Row(bool english) => c => new TidyRow(
        c.Id, c.Name, c.Grade, english && c.Industry!.EnglishName != null ? c.Industry.EnglishName : c.Industry!.Name, c.NeedStage, c.LastFollowUpAt, c.ConfirmedAt, c.OpenOpportunityCount, c.Owner!.DisplayName, c.ArchivedAt, c.ConfidentialAt != null);

    public sealed record Filter
    {
        /// <summary>Which of the tabs.</summary>
        public TidyView View { get; init; }

        /// <summary>Only one person's.</summary>
        public long? OwnerId { get; init; }
        public long? IndustryId { get; init; }

        /// <summary>Only those whose industry nobody has filled in.</summary>
        public bool NoIndustry { get; init; }
        public NeedStage? NeedStage { get; init; }

        /// <summary>Only those whose need stage nobody has filled in.</summary>
        public bool NoStage { get; init; }
        public Grade? Grade { get; init; }
    }

    public sealed record TidyRow(
        long Id, string Name, Grade Grade, string? Industry, NeedStage? NeedStage, DateTime? LastFollowUpAt, DateTime? ConfirmedAt, int OpenOpportunityCount, string? Owner, DateTime? ArchivedAt, bool IsConfidential);

    /// <summary>How far a person is in this month.</summary>
    public sealed record Progress(long OwnerId, string Owner, int Done, int All);

    /// <summary>Customers that have industry, need stage and grade in common.</summary>
    public sealed record Group(long? IndustryId, string? Industry, NeedStage? NeedStage, Grade Grade, int Done, int All);

    public async Task<Page<TidyRow>> ReadAsync(Filter filter, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var customers = await OfAsync(filter, actor, cancellationToken);
        return await Orders.Named(page.Sort).ReadAsync(customers.AsNoTracking(), Row(Translations.Current == Translations.English), page, cancellationToken);
    }

    /// <summary>Everybody's progress whose customers the actor may tidy.</summary>
    public async Task<IReadOnlyList<Progress>> ProgressAsync(Actor actor, CancellationToken cancellationToken)
    {
        var month = clock.StartOf(CompanyClock.MonthOf(clock.Today).First);
        var rows = await Counted(actor, month).Where(customer => customer.OwnerId != null)
            .GroupBy(customer => customer.OwnerId!.Value)
            .Select(of => new { OwnerId = of.Key, All = of.Count(), Done = of.Count(customer => customer.ArchivedAt != null || customer.ConfirmedAt >= month) })
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.OwnerId);
        var names = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        return [.. rows.Select(row => new Progress(row.OwnerId, names[row.OwnerId], row.Done, row.All)).OrderBy(row => row.OwnerId != actor.UserId).ThenBy(row => row.OwnerId)];
    }

    /// <summary>The customers of one person, or of all whom the actor may tidy, by industry, need stage and grade.</summary>
    public async Task<IReadOnlyList<Group>> GroupsAsync(long? ownerId, Actor actor, CancellationToken cancellationToken)
    {
        var english = Translations.Current == Translations.English;
        var month = clock.StartOf(CompanyClock.MonthOf(clock.Today).First);
        var rows = await Counted(actor, month).Where(customer => customer.ArchivedAt == null && (ownerId == null || customer.OwnerId == ownerId))
            .GroupBy(customer => new { customer.IndustryId, customer.NeedStage, customer.Grade })
            .Select(of => new { of.Key, All = of.Count(), Done = of.Count(customer => customer.ConfirmedAt >= month) })
            .ToListAsync(cancellationToken);
        var names = await db.Dictionary.AsNoTracking().Where(word => word.Kind == Dictionaries.DictionaryKind.Industry).ToDictionaryAsync(word => word.Id, word => english && word.EnglishName != null ? word.EnglishName : word.Name, cancellationToken);
        return [.. rows.Select(row => new Group(row.Key.IndustryId, row.Key.IndustryId is { } id ? names.GetValueOrDefault(id) : null, row.Key.NeedStage, row.Key.Grade, row.Done, row.All))
            .OrderBy(row => row.IndustryId ?? long.MaxValue).ThenBy(row => row.NeedStage).ThenBy(row => row.Grade)];
    }

    /// <summary>The customers that a filter shows.</summary>
    internal async Task<IQueryable<Customer>> OfAsync(Filter filter, Actor actor, CancellationToken cancellationToken)
    {
        var rules = await PoolRules.ReadAsync(db, clock, cancellationToken);
        var customers = Mine(actor);
        var month = clock.StartOf(CompanyClock.MonthOf(clock.Today).First);
        var (lost, stale) = (clock.StartOf(clock.Today.AddDays(1 - rules.LostAfterDays)), clock.StartOf(clock.Today.AddDays(1 - rules.StaleAfterDays)));
        customers = filter.View == TidyView.Archived ? customers.Where(customer => customer.ArchivedAt != null && customer.MergedIntoId == null) : customers.Where(customer => customer.ArchivedAt == null);
        customers = filter.View switch
        {
            TidyView.ToDo => customers.Where(customer => customer.ConfirmedAt == null || customer.ConfirmedAt < month),
            TidyView.Stale => customers.Where(customer => customer.ConfirmedAt == null || customer.ConfirmedAt < stale),
            TidyView.Lost => customers.Where(customer => customer.OpenOpportunityCount == 0 && customer.CreatedAt < lost && (customer.LastFollowUpAt == null || customer.LastFollowUpAt < lost)),
            TidyView.Done => customers.Where(customer => customer.ConfirmedAt >= month),
            _ => customers,
        };
        customers = filter.OwnerId is { } owner ? customers.Where(customer => customer.OwnerId == owner) : customers;
        customers = filter.IndustryId is { } industry ? customers.Where(customer => customer.IndustryId == industry) : customers;
        customers = filter.NoIndustry ? customers.Where(customer => customer.IndustryId == null) : customers;
        customers = filter.NeedStage is { } stage ? customers.Where(customer => customer.NeedStage == stage) : customers;
        customers = filter.NoStage ? customers.Where(customer => customer.NeedStage == null) : customers;
        return filter.Grade is { } grade ? customers.Where(customer => customer.Grade == grade) : customers;
    }

    /// <summary>Files of the month: those in use, and those that the tidying has put away.</summary>
    private IQueryable<Customer> Counted(Actor actor, DateTime month) => Mine(actor).AsNoTracking()
        .Where(customer => customer.ArchivedAt == null || (customer.ArchivedAt >= month && customer.MergedIntoId == null));

    /// <summary>Whoever only shares a customer does not tidy him.</summary>
    private IQueryable<Customer> Mine(Actor actor) => db.CustomersOwnedWithin(actor);
}

/// <summary>The tabs of the tidying.</summary>
public enum TidyView
{
    /// <summary>Not yet confirmed this month.</summary>
    ToDo,

    /// <summary>No contact for long and no open opportunity: better archived.</summary>
    Lost,

    /// <summary>Nobody confirmed the file for long.</summary>
    Stale,
    Done,
    Archived,
}
