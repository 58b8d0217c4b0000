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
internal sealed class DemoWriter(CrmDbContext db)
{
    /// <summary>What it writes into.</summary>
    public static IReadOnlyList<Type> Written { get; } =
    [
        typeof(Customer), typeof(CustomerMember), typeof(CustomerEvent), typeof(Contact), typeof(Lead), typeof(Opportunity), typeof(StageChange), typeof(Milestone), typeof(Rival),
        typeof(Deal), typeof(Visit), typeof(FollowUpTask), typeof(GradeChange), typeof(PoolMove), typeof(SurveyAnswer), typeof(UpgradeProgramme), typeof(UpgradeStep), typeof(FieldValue), typeof(SearchGram),
    ];

    private readonly BulkInsert<Customer> _customers = new(db, keepIds: true);
    private readonly BulkInsert<CustomerMember> _members = new(db, keepIds: true);
    private readonly BulkInsert<CustomerEvent> _events = new(db, keepIds: true);
    private readonly BulkInsert<Contact> _contacts = new(db, keepIds: true);
    private readonly BulkInsert<Lead> _leads = new(db, keepIds: true);
    private readonly BulkInsert<Opportunity> _opportunities = new(db, keepIds: true);
    private readonly BulkInsert<StageChange> _stageChanges = new(db, keepIds: true);
    private readonly BulkInsert<Milestone> _milestones = new(db, keepIds: true);
    private readonly BulkInsert<Rival> _rivals = new(db, keepIds: true);
    private readonly BulkInsert<Deal> _deals = new(db, keepIds: true);
    private readonly BulkInsert<Visit> _visits = new(db, keepIds: true);
    private readonly BulkInsert<FollowUpTask> _tasks = new(db, keepIds: true);
    private readonly BulkInsert<GradeChange> _gradeChanges = new(db, keepIds: true);
    private readonly BulkInsert<PoolMove> _poolMoves = new(db, keepIds: true);
    private readonly BulkInsert<SurveyAnswer> _surveys = new(db, keepIds: true);
    private readonly BulkInsert<UpgradeProgramme> _programmes = new(db, keepIds: true);
    private readonly BulkInsert<UpgradeStep> _steps = new(db, keepIds: true);
    private readonly BulkInsert<FieldValue> _fieldValues = new(db, keepIds: true);

    public async Task WriteAsync(DemoBatch batch, CancellationToken cancellationToken)
    {
        ISearchable[] found = [.. batch.Customers, .. batch.Contacts, .. batch.Opportunities, .. batch.Leads];
        foreach (var record in found)
        {
            record.SearchKey = SearchIndex.KeyOf(record);
        }

        await _customers.WriteAsync(batch.Customers, cancellationToken);
        await _members.WriteAsync(batch.Members, cancellationToken);
        await _events.WriteAsync(batch.Events, cancellationToken);
        await _contacts.WriteAsync(batch.Contacts, cancellationToken);
        await _opportunities.WriteAsync(batch.Opportunities, cancellationToken);
        await _leads.WriteAsync(batch.Leads, cancellationToken);
        await _stageChanges.WriteAsync(batch.StageChanges, cancellationToken);
        await _milestones.WriteAsync(batch.Milestones, cancellationToken);
        await _rivals.WriteAsync(batch.Rivals, cancellationToken);
        await _deals.WriteAsync(batch.Deals, cancellationToken);
        await _visits.WriteAsync(batch.Visits, cancellationToken);
        await _tasks.WriteAsync(batch.Tasks, cancellationToken);
        await _gradeChanges.WriteAsync(batch.GradeChanges, cancellationToken);
        await _poolMoves.WriteAsync(batch.PoolMoves, cancellationToken);
        await _surveys.WriteAsync(batch.Surveys, cancellationToken);
        await _programmes.WriteAsync(batch.Programmes, cancellationToken);
        await _steps.WriteAsync(batch.Steps, cancellationToken);
        await _fieldValues.WriteAsync(batch.FieldValues, cancellationToken);
        await SearchIndex.AddAsync(db, found, batch.Visits, cancellationToken);
    }
}
