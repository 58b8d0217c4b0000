using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities;

/// <summary>The opportunities that a reader may see, with the sum of all that the filter lets through.</summary>
public sealed class OpportunityList(CrmDbContext db, CompanyClock clock)
{
    /// <param name="Page">The rows.</param>
    /// <param name="Amount">Yuan, the sum of all rows of the list; null where they are more than are counted.</param>
    public sealed record Result(Page<OpportunityRow> Page, decimal? Amount);

    private static readonly ListOrders<Opportunity> Orders = new(
        new ListOrder<Opportunity, DateTime>("created", row => row.CreatedAt, row => row.Id),
        new ListOrder<Opportunity, DateOnly?>("close", row => row.ExpectedCloseOn, row => row.Id),
        new ListOrder<Opportunity, decimal?>("amount", row => row.Amount, row => row.Id),
        new ListOrder<Opportunity, DateTime>("entered", row => row.StageEnteredAt, row => row.Id),
        new ListOrder<Opportunity, string>("number", row => row.Number, row => row.Id));

    public async Task<Result> ReadAsync(OpportunityFilter filter, PageRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var (counted, walked) = filter.CustomerId is null ? (actor, actor.Walking) : (actor.ForOne, actor.ForOne);
        var fields = await db.FieldsAsync(FieldSubject.Opportunity, actor, cancellationToken);
        var conditions = filter.Fields?.Resolve(db, fields) ?? [];
        var isSearch = !string.IsNullOrWhiteSpace(filter.Text);
        var (count, amount) = await filter.Apply(db.OpportunitiesOf(counted), db, clock).Narrowed(conditions, FieldPages.Fetches(actor, isSearch)).Select(row => row.Amount).SumForAsync(request, cancellationToken);
        var byField = FieldOrder.Of<Opportunity>(db, fields, request.Sort, actor);
        var rows = filter.Apply(db.OpportunitiesOf(byField is null ? walked : counted).AsNoTracking(), db, clock).NarrowedTo(conditions, count, actor, isSearch);
        var page = await (byField ?? Orders.Named(request.Sort)).ReadAsync(
            rows,
            row => new OpportunityRow(
                row.Id, row.Number, row.Name, row.CustomerId, row.Customer!.Name, row.Customer.Grade, row.Amount, row.Stage, row.Status,
                row.StageEnteredAt, row.StageDueOn, row.ExpectedCloseOn, row.Owner!.DisplayName, row.Risk, row.ClosedOn)
            { IsConfidential = row.Customer.ConfidentialAt != null, Source = row.Source!.Name, Product = row.Product!.Name, IdentifiedOn = row.IdentifiedOn },
            request, cancellationToken, count);
        page = await FieldPages.WithFieldsAsync(db, page, await db.ShownFieldsAsync(fields, FieldSubject.Opportunity, actor, cancellationToken), row => row.Id, (row, facts) => row with { Fields = facts }, cancellationToken);
        return new(page, amount);
    }
}

/// <param name="Id">The opportunity.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Customer">His name.</param>
/// <param name="Grade">His grade.</param>
/// <param name="Amount">Yuan expected.</param>
/// <param name="Stage">The step it is in.</param>
/// <param name="Status">Open, won or lost.</param>
/// <param name="StageEnteredAt">UTC; since when.</param>
/// <param name="StageDueOn">The day by which the step should be over.</param>
/// <param name="ExpectedCloseOn">The day on which it is expected to be won.</param>
/// <param name="Owner">Who works on it.</param>
/// <param name="Risk">How likely it is to fail.</param>
/// <param name="ClosedOn">The day of the decision.</param>
public sealed record OpportunityRow(
    long Id, string Number, string Name, long CustomerId, string Customer, Grade Grade, decimal? Amount, StageCode Stage, OpportunityStatus Status,
    DateTime StageEnteredAt, DateOnly? StageDueOn, DateOnly? ExpectedCloseOn, string? Owner, RiskLevel? Risk, DateOnly? ClosedOn)
{
    /// <summary>The customer's file is confidential.</summary>
    public bool IsConfidential { get; init; }
    public string? Source { get; init; }
    public string? Product { get; init; }
    public DateOnly? IdentifiedOn { get; init; }

    /// <summary>Those fields of the admin's own that the list shows to the reader.</summary>
    public IReadOnlyList<FieldFact> Fields { get; init; } = [];

    /// <summary>Days by which it is longer in its step than planned; 0 when it is not.</summary>
    public int DaysOverdue(DateOnly today) => Status == OpportunityStatus.Open && StageDueOn < today ? today.DayNumber - StageDueOn.Value.DayNumber : 0;
}
