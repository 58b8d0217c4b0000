using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Search;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Demo;

/// <summary>Rows of some customers, ready to be written together.</summary>
internal sealed class DemoBatch
{
    public List<Customer> Customers { get; } = [];
    public List<CustomerMember> Members { get; } = [];
    public List<CustomerEvent> Events { get; } = [];
    public List<Contact> Contacts { get; } = [];
    public List<Lead> Leads { get; } = [];
    public List<Opportunity> Opportunities { get; } = [];
    public List<StageChange> StageChanges { get; } = [];
    public List<Milestone> Milestones { get; } = [];
    public List<Rival> Rivals { get; } = [];
    public List<Deal> Deals { get; } = [];
    public List<Visit> Visits { get; } = [];
    public List<FollowUpTask> Tasks { get; } = [];
    public List<GradeChange> GradeChanges { get; } = [];
    public List<PoolMove> PoolMoves { get; } = [];
    public List<SurveyAnswer> Surveys { get; } = [];
    public List<UpgradeProgramme> Programmes { get; } = [];
    public List<UpgradeStep> Steps { get; } = [];
    public List<FieldValue> FieldValues { get; } = [];
}

/// <summary>Writes batches, parents before children, with their grams.</summary>
internal sealed class DemoWriter(CrmDbContext db) : IDisposable
{
    /// <summary>What it writes into.</summary>
    public static IReadOnlyList<Type> Written { get; } =
    [
        typeof(Customer), typeof(CustomerMember), typeof(CustomerEvent), typeof(Contact), typeof(Lead), typeof(Opportunity), typeof(StageChange), typeof(Milestone), typeof(Rival),
        typeof(Deal), typeof(Visit), typeof(FollowUpTask), typeof(GradeChange), typeof(PoolMove), typeof(SurveyAnswer), typeof(UpgradeProgramme), typeof(UpgradeStep), typeof(FieldValue), typeof(SearchGram),
    ];

    private readonly Dictionary<Type, IDisposable> _inserts = [];

    public async Task WriteAsync(DemoBatch batch, CancellationToken cancellationToken)
    {
        ISearchable[] found = [.. batch.Customers, .. batch.Contacts, .. batch.Opportunities, .. batch.Leads];
        foreach (var record in found)
        {
            record.SearchKey = SearchIndex.KeyOf(record);
        }

        await InsertAsync(batch.Customers, cancellationToken);
        await InsertAsync(batch.Members, cancellationToken);
        await InsertAsync(batch.Events, cancellationToken);
        await InsertAsync(batch.Contacts, cancellationToken);
        await InsertAsync(batch.Opportunities, cancellationToken);
        await InsertAsync(batch.Leads, cancellationToken);
        await InsertAsync(batch.StageChanges, cancellationToken);
        await InsertAsync(batch.Milestones, cancellationToken);
        await InsertAsync(batch.Rivals, cancellationToken);
        await InsertAsync(batch.Deals, cancellationToken);
        await InsertAsync(batch.Visits, cancellationToken);
        await InsertAsync(batch.Tasks, cancellationToken);
        await InsertAsync(batch.GradeChanges, cancellationToken);
        await InsertAsync(batch.PoolMoves, cancellationToken);
        await InsertAsync(batch.Surveys, cancellationToken);
        await InsertAsync(batch.Programmes, cancellationToken);
        await InsertAsync(batch.Steps, cancellationToken);
        await InsertAsync(batch.FieldValues, cancellationToken);
        await SearchIndex.AddAsync(db, found, batch.Visits, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
        {
            insert.Dispose();
        }
    }

    /// <summary>The commands of a table serve all batches.</summary>
    private Task InsertAsync<T>(List<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (!_inserts.TryGetValue(typeof(T), out var insert))
        {
            _inserts[typeof(T)] = insert = new BulkInsert<T>(db, keepIds: true);
        }

        return ((BulkInsert<T>)insert).WriteAsync(rows, cancellationToken);
    }
}
