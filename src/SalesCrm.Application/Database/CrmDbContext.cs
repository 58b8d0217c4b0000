using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Leads.FollowUps;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Search;
using SalesCrm.Application.Settings;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Database;

/// <summary>
/// The one door to the database. Reading starts at a scope (<c>db.CustomersOf(actor)</c> and its sisters), writing ends with one
/// <see cref="SaveAsync"/>, which versions, audits and commits as one transaction, one writer at a time where the engine asks for it.
/// </summary>
public sealed partial class CrmDbContext(DbContextOptions<CrmDbContext> options, DatabaseEngine engine, SaveFollowers followers, TimeProvider clock) : DbContext(options)
{
    /// <summary>How often an act is run again because somebody else's row was in its way.</summary>
    private const int MostCollisions = 2;

    internal DbSet<User> Users => Set<User>();
    internal DbSet<Team> Teams => Set<Team>();
    internal DbSet<Reach> Reaches => Set<Reach>();
    internal DbSet<Session> Sessions => Set<Session>();
    internal DbSet<IdentityUserToken<long>> UserTokens => Set<IdentityUserToken<long>>();
    internal DbSet<DictionaryEntry> Dictionary => Set<DictionaryEntry>();
    internal DbSet<Setting> Settings => Set<Setting>();
    internal DbSet<AreaSwitch> AreaSwitches => Set<AreaSwitch>();
    internal DbSet<CustomField> CustomFields => Set<CustomField>();
    internal DbSet<FieldChoice> FieldChoices => Set<FieldChoice>();
    internal DbSet<FieldValue> FieldValues => Set<FieldValue>();
    internal DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();
    internal DbSet<ColumnChoice> ColumnChoices => Set<ColumnChoice>();
    internal DbSet<Customer> Customers => Set<Customer>();
    internal DbSet<CustomerMember> CustomerMembers => Set<CustomerMember>();
    internal DbSet<CustomerEvent> CustomerEvents => Set<CustomerEvent>();
    internal DbSet<CustomerAccess> CustomerAccesses => Set<CustomerAccess>();
    internal DbSet<DuplicateCandidate> DuplicateCandidates => Set<DuplicateCandidate>();
    internal DbSet<DuplicateDismissal> DuplicateDismissals => Set<DuplicateDismissal>();
    internal DbSet<PoolMove> PoolMoves => Set<PoolMove>();
    internal DbSet<Handover> Handovers => Set<Handover>();
    internal DbSet<HandoverItem> HandoverItems => Set<HandoverItem>();
    internal DbSet<HandoverReceiver> HandoverReceivers => Set<HandoverReceiver>();
    internal DbSet<Contact> Contacts => Set<Contact>();
    internal DbSet<Competitor> Competitors => Set<Competitor>();
    internal DbSet<CompetitorNote> CompetitorNotes => Set<CompetitorNote>();
    internal DbSet<CompetitorProduct> CompetitorProducts => Set<CompetitorProduct>();
    internal DbSet<Script> Scripts => Set<Script>();
    internal DbSet<Lead> Leads => Set<Lead>();
    internal DbSet<LeadFollowUp> LeadFollowUps => Set<LeadFollowUp>();
    internal DbSet<AssignmentRule> AssignmentRules => Set<AssignmentRule>();
    internal DbSet<LeadTurn> LeadTurns => Set<LeadTurn>();
    internal DbSet<LeadForm> LeadForms => Set<LeadForm>();
    internal DbSet<FormPost> FormPosts => Set<FormPost>();
    internal DbSet<Trial> Trials => Set<Trial>();
    internal DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();
    internal DbSet<UpgradeProgramme> UpgradeProgrammes => Set<UpgradeProgramme>();
    internal DbSet<UpgradeStep> UpgradeSteps => Set<UpgradeStep>();
    internal DbSet<Stage> Stages => Set<Stage>();
    internal DbSet<Opportunity> Opportunities => Set<Opportunity>();
    internal DbSet<OpportunityMember> OpportunityMembers => Set<OpportunityMember>();
    internal DbSet<StageChange> StageChanges => Set<StageChange>();
    internal DbSet<Milestone> Milestones => Set<Milestone>();
    internal DbSet<Rival> Rivals => Set<Rival>();
    internal DbSet<Product> Products => Set<Product>();
    internal DbSet<Deal> Deals => Set<Deal>();
    internal DbSet<Visit> Visits => Set<Visit>();
    internal DbSet<Attachment> Attachments => Set<Attachment>();
    internal DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();
    internal DbSet<FollowUpTask> FollowUpTasks => Set<FollowUpTask>();
    internal DbSet<GradingPolicy> GradingPolicies => Set<GradingPolicy>();
    internal DbSet<GradeChange> GradeChanges => Set<GradeChange>();
    internal DbSet<Target> Targets => Set<Target>();
    internal DbSet<PeriodReport> PeriodReports => Set<PeriodReport>();
    internal DbSet<Import> Imports => Set<Import>();
    internal DbSet<ImportProfile> ImportProfiles => Set<ImportProfile>();
    internal DbSet<ExternalId> ExternalIds => Set<ExternalId>();
    internal DbSet<SearchGram> SearchGrams => Set<SearchGram>();
    internal DbSet<Act> Acts => Set<Act>();
    internal DbSet<SearchWord> SearchWords => Set<SearchWord>();
    internal DbSet<TextGram> TextGrams => Set<TextGram>();
    internal DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    internal DbSet<Submission> Submissions => Set<Submission>();
    internal DbSet<NumberSequence> NumberSequences => Set<NumberSequence>();
    internal DbSet<JobTurn> JobTurns => Set<JobTurn>();
    internal DbSet<KeyRingEntry> KeyRing => Set<KeyRingEntry>();

    internal DatabaseEngine Engine => engine;

    /// <summary>Reads through what this node keeps of words, steps and people.</summary>
    internal Task<T> KnownAsync<T>(object key, Func<Task<T>> read)
        where T : class
        => engine.References.GetAsync(key, Now, read);

    /// <summary>UTC.</summary>
    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Who is saving; set for the time of one <see cref="SaveAsync"/> or <see cref="InTransactionAsync{T}"/>.</summary>
    internal Actor? Saver { get; private set; }

    internal Guid OperationId { get; private set; }

    /// <summary>Counts what the running transaction does from here on to an operation that began earlier.</summary>
    internal void Continue(Guid operationId) => OperationId = operationId;

    /// <summary>The transaction changes something that <see cref="ReferenceCache"/> may hold.</summary>
    private bool _changesReferences;

    /// <summary>One save of what the tracker holds, and no more.</summary>
    private bool _isPlain;

    /// <summary>The tracker has taken changes for saved, so that they cannot be written from it a second time.</summary>
    private bool _hasWritten;

    /// <summary>
    /// Saves all changes as one audited transaction in the name of <paramref name="actor"/>. Chosen as the victim of a deadlock it writes them again,
    /// and then meets what the other one wrote.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed one of the records meanwhile.</exception>
    /// <exception cref="DatabaseBusyException">The server faltered after the changes were written; nothing was saved.</exception>
    internal Task SaveAsync(Actor actor, CancellationToken cancellationToken)
        => CommitAsync(actor, _ => Task.FromResult(0), mayRestart: false, cancellationToken);

    /// <summary>
    /// Runs <paramref name="act"/> alone among writers and commits it, with what it left unsaved, as one transaction. On a transient fault
    /// of the server the act is run again from an empty change tracker, unless its commit had gone through; so it loads what it changes itself.
    /// It is also run again when a row that another node has just added was in its way (the first number of a month, a form sent twice), and
    /// then meets that row.
    /// </summary>
    internal Task<T> InTransactionAsync<T>(Actor actor, Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
        => CommitAsync(actor, act, mayRestart: true, cancellationToken);

    private async Task<T> CommitAsync<T>(Actor actor, Func<CancellationToken, Task<T>> act, bool mayRestart, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            var nested = await act(cancellationToken);
            await SaveChangesAsync(cancellationToken);
            return nested;
        }

        using var turn = await engine.EnterWriteAsync(cancellationToken);

        // A save that fails ends the transaction, so nobody goes back to a point within it; keeping such points is dear in long transactions.
        Database.AutoSavepointsEnabled = false;
        var begun = false;
        for (var collisions = 0; ; collisions++)
        {
            (Saver, OperationId, _isPlain, _hasWritten) = (actor, Guid.NewGuid(), !mayRestart, false);
            try
            {
                return await ExecuteAsync();
            }
            catch (DbUpdateException refused) when (mayRestart && collisions < MostCollisions && engine.IsUniqueViolation(refused))
            {
                // The next round begins with an empty change tracker.
            }
            finally
            {
                if (_changesReferences)
                {
                    engine.References.Forget();
                }

                _changesReferences = false;
                _audits.Clear();
                Saver = null;
            }
        }

        async Task<T> ExecuteAsync()
        {
            var operationId = OperationId;
            var result = default(T)!;
            await Database.CreateExecutionStrategy().ExecuteAsync(
                act,
                async (_, todo, token) =>
                {
                    await using var transaction = await Database.BeginTransactionAsync(token);
                    if (begun)
                    {
                        Restart();
                    }

                    (begun, _isBroken) = (true, false);
                    result = await todo(token);
                    await SaveChangesAsync(token);
                    await (_isBroken ? transaction.RollbackAsync(token) : transaction.CommitAsync(token));
                    return true;
                },
                async (_, _, token) => new(await AuditEntries.AnyAsync(entry => entry.OperationId == operationId, token), true),
                cancellationToken);
            return result;
        }
    }

    private void Restart()
    {
        if (!_isPlain)
        {
            ChangeTracker.Clear();
            _audits.Clear();
        }
        else if (_hasWritten)
        {
            throw new DatabaseBusyException();
        }
    }


    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(200);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        engine.ConfigureConventions(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CrmDbContext).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => typeof(IVersioned).IsAssignableFrom(type.ClrType)))
        {
            type.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        }

        engine.ConfigureModel(modelBuilder.Model);
    }
}
