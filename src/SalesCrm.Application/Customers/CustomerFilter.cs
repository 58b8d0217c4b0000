using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers;

/// <summary>What narrows the list of customers; travels in the address, and serves list, export and counts alike.</summary>
public sealed record CustomerFilter : IListFilter
{
    /// <summary>Part of a name, short name or number.</summary>
    public string? Q { get; init; }
    public Grade? Grade { get; init; }
    public NeedStage? NeedStage { get; init; }
    public LifecycleType? Lifecycle { get; init; }
    public long? IndustryId { get; init; }
    public long? SourceId { get; init; }
    public long? OwnerId { get; init; }
    public string? Province { get; init; }

    public RelationshipType? Relationship { get; init; }

    /// <summary>Only those that the rule marks as 高潜力.</summary>
    public bool HighPotential { get; init; }

    /// <summary>Only those whom this customer referred.</summary>
    public long? ReferredById { get; init; }

    /// <summary><c>overdue</c>, <c>week</c>, <c>none</c>: by the next step's day.</summary>
    public string? Due { get; init; }

    /// <summary>Shows the archived instead of the others.</summary>
    public bool Archived { get; init; }

    /// <summary>By the fields that the admin added.</summary>
    public FieldFilter? Fields { get; init; }

    /// <summary>What else is asked of the file.</summary>
    public ConditionSet? Conditions { get; init; }

    /// <summary>How <see cref="Q"/> is looked up; one is chosen where none is given.</summary>
    internal SearchPlan? Plan { get; init; }

    FieldSubject IListFilter.Subject => FieldSubject.Customer;

    IQueryable<long> IListFilter.Ids(CrmDbContext db, Actor actor, CompanyClock clock, IReadOnlyList<FieldDefinition> fields) => Rows(db, actor, clock, fields).Select(customer => customer.Id);

    /// <summary>All that it lets through, to be counted or grouped.</summary>
    internal IQueryable<Customer> Rows(CrmDbContext db, Actor actor, CompanyClock clock, IReadOnlyList<FieldDefinition> fields)
        => Apply(db, actor, clock).Narrowed(Fields?.Resolve(db, fields) ?? [], FieldPages.Fetches(actor, !string.IsNullOrWhiteSpace(Q)));

    internal IQueryable<Customer> Apply(CrmDbContext db, Actor actor, CompanyClock clock)
    {
        var today = clock.Today;
        var customers = db.CustomersOf(actor).Where(customer => Archived ? customer.ArchivedAt != null : customer.ArchivedAt == null);
        customers = customers.Matching(db, SearchKind.Customer, Q, Plan);
        customers = CustomerRules.All.Narrow(customers, Conditions, db, clock);
        if (Grade is { } grade)
        {
            customers = customers.Where(customer => customer.Grade == grade);
        }

        if (NeedStage is { } stage)
        {
            customers = customers.Where(customer => customer.NeedStage == stage);
        }

        if (Lifecycle is { } lifecycle)
        {
            customers = customers.Where(customer => customer.Lifecycle == lifecycle);
        }

        if (IndustryId is { } industry)
        {
            customers = customers.Where(customer => customer.IndustryId == industry);
        }

        if (SourceId is { } source)
        {
            customers = customers.Where(customer => customer.SourceId == source);
        }

        if (OwnerId is { } owner)
        {
            customers = customers.Where(customer => customer.OwnerId == owner);
        }

        if (Relationship is { } relationship)
        {
            customers = customers.Where(customer => customer.Relationship == relationship);
        }

        if (HighPotential)
        {
            customers = customers.Where(Customers.HighPotential.Rule);
        }

        if (ReferredById is { } referrer)
        {
            customers = customers.Where(customer => customer.ReferredById == referrer);
        }

        customers = customers.InProvince(Province);

        var weekEnd = today.AddDays(6 - (((int)today.DayOfWeek + 6) % 7));
        return Due switch
        {
            "overdue" => customers.Where(customer => customer.DueKey < today),
            "week" => customers.Where(customer => customer.DueKey >= today && customer.DueKey <= weekEnd),
            "none" => customers.Where(customer => customer.NextFollowUpOn == null),
            _ => customers,
        };
    }
}
