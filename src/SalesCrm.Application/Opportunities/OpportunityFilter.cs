using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities;

/// <summary>What narrows list, board and forecast alike; nothing set lets everything through.</summary>
public sealed record OpportunityFilter : IListFilter
{
    /// <summary>Part of its name or number, or of the customer's name.</summary>
    public string? Text { get; init; }
    public StageCode? Stage { get; init; }
    public OpportunityStatus? Status { get; init; }
    public long? OwnerId { get; init; }
    public long? SourceId { get; init; }
    public long? CustomerId { get; init; }
    public RiskLevel? Risk { get; init; }

    /// <summary>Only those longer in their step than planned.</summary>
    public bool Overdue { get; init; }

    /// <summary>Only open ones whose expected day has passed.</summary>
    public bool ClosePassed { get; init; }

    /// <summary>Only those that are expected to close within it.</summary>
    public Period? Expected { get; init; }

    /// <summary>Only those without an expected day.</summary>
    public bool Undated { get; init; }

    /// <summary>By the fields that the admin added; applied by whoever reads.</summary>
    public FieldFilter? Fields { get; init; }

    /// <summary>What else is asked of the opportunity.</summary>
    public ConditionSet? Conditions { get; init; }

    FieldSubject IListFilter.Subject => FieldSubject.Opportunity;

    IQueryable<long> IListFilter.Ids(CrmDbContext db, Actor actor, CompanyClock clock, IReadOnlyList<FieldDefinition> fields) => Rows(db, actor, clock, fields).Select(opportunity => opportunity.Id);

    /// <summary>All that it lets through, to be counted or grouped.</summary>
    internal IQueryable<Opportunity> Rows(CrmDbContext db, Actor actor, CompanyClock clock, IReadOnlyList<FieldDefinition> fields)
        => Apply(db.OpportunitiesOf(actor), db, clock).Narrowed(Fields?.Resolve(db, fields) ?? [], FieldPages.Fetches(actor, !string.IsNullOrWhiteSpace(Text)));

    internal IQueryable<Opportunity> Apply(IQueryable<Opportunity> rows, CrmDbContext db, CompanyClock clock)
    {
        var today = clock.Today;
        rows = OpportunityRules.All.Narrow(rows.Where(row => row.ArchivedAt == null), Conditions, db, clock);
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var own = db.Opportunities.Matching(db, SearchKind.Opportunity, Text).Select(row => row.Id);
            var customers = db.Customers.Matching(db, SearchKind.Customer, Text).Select(row => row.Id);
            rows = rows.Where(row => own.Contains(row.Id) || customers.Contains(row.CustomerId));
        }

        rows = Stage is { } stage ? rows.Where(row => row.Stage == stage) : rows;
        rows = Status is { } status ? rows.Where(row => row.Status == status) : rows;
        rows = OwnerId is { } owner ? rows.Where(row => row.OwnerId == owner) : rows;
        rows = SourceId is { } source ? rows.Where(row => row.SourceId == source) : rows;
        rows = CustomerId is { } customer ? rows.Where(row => row.CustomerId == customer) : rows;
        rows = Risk is { } risk ? rows.Where(row => row.Risk == risk) : rows;
        rows = Overdue ? rows.Where(row => row.Status == OpportunityStatus.Open && row.StageDueOn < today) : rows;
        rows = Expected is { First: var first, Last: var last } ? rows.Where(row => row.ExpectedCloseOn >= first && row.ExpectedCloseOn <= last) : rows;
        rows = Undated ? rows.Where(row => row.ExpectedCloseOn == null) : rows;
        return ClosePassed ? rows.Where(row => row.Status == OpportunityStatus.Open && row.ExpectedCloseOn < today) : rows;
    }
}
