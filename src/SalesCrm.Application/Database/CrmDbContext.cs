using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SalesCrm.Application.Acts;
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
using SalesCrm.Application.Trials;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Database;

/// <summary>
/// The one door to the database. Reading starts at a scope (<c>db.CustomersOf(actor)</c> and its sisters), writing ends with one
/// <see cref="SaveAsync"/>, which versions, audits and commits as one transaction, one writer at a time where the engine asks for it.
/// </summary>
public sealed class CrmDbContext(DbContextOptions<CrmDbContext> options, DatabaseEngine engine, TimeProvider clock) : DbContext(options)
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

    /// <summary>The transaction changes something that <see cref="ReferenceCache"/> may hold.</summary>
    private bool _changesReferences;

    /// <summary>Saves all changes as one audited transaction in the name of <paramref name="actor"/>.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed one of the records meanwhile.</exception>
    /// <exception cref="DatabaseBusyException">The server faltered in the middle; nothing was saved.</exception>
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
        var begun = false;
        for (var collisions = 0; ; collisions++)
        {
            (Saver, OperationId) = (actor, Guid.NewGuid());
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
                        Restart(mayRestart);
                    }

                    begun = true;
                    result = await todo(token);
                    await SaveChangesAsync(token);
                    await transaction.CommitAsync(token);
                    return true;
                },
                async (_, _, token) => new(await AuditEntries.AnyAsync(entry => entry.OperationId == operationId, token), true),
                cancellationToken);
            return result;
        }
    }

    private void Restart(bool mayRestart)
    {
        if (!mayRestart)
        {
            throw new DatabaseBusyException();
        }

        ChangeTracker.Clear();
    }

    /// <summary>
    /// Keeps other nodes from these customers until the commit. Goes before figures of theirs are computed anew, as a command of its own: a
    /// command sees what was committed before it began, so that counting and waiting in one would count past each other.
    /// </summary>
    internal Task HoldCustomersAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => engine.HasOneOwner ? Task.CompletedTask
        : Customers.Where(customer => ids.Contains(customer.Id)).ExecuteUpdateAsync(set => set.SetProperty(customer => customer.AsOf, customer => customer.AsOf), cancellationToken);

    /// <summary>Adds an audit entry for an act that changes no record, such as an export or a sign-in.</summary>
    internal void Audit(AuditAct act, string subject, long subjectId, object details, long? userId = null) => AuditEntries.Add(new AuditEntry
    {
        At = Now,
        UserId = userId ?? Saver?.UserId ?? 0,
        Act = act,
        Subject = subject,
        SubjectId = subjectId,
        Changes = JsonSerializer.Serialize(details, AuditTrail.Json),
        OperationId = OperationId,
    });

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Save through SaveAsync or InTransactionAsync, which take the write turn and the transaction.");
        }

        // Looking for changes is the dearest part of a large save; each look at the tracker would do it again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveTrackedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<int> SaveTrackedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        Holding.Follow(ChangeTracker, Now);
        var trail = AuditTrail.Of(this, Saver ?? Actor.System, Now, OperationId);
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Added || IsEdited(entry)))
        {
            entry.Property(e => e.Version).CurrentValue = Guid.NewGuid();
        }

        _changesReferences |= ChangeTracker.Entries<IReference>().Any(entry => entry.State is not EntityState.Unchanged);
        var index = SearchIndex.Of(this);
        AuditEntries.AddRange(trail.Ready);
        TextLengths.Check(ChangeTracker);
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await index.WriteAsync(this, cancellationToken);
        if (trail.HasPending)
        {
            AuditEntries.AddRange(trail.TakePending());
            count += await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        return count;
    }

    /// <summary>Derived figures are not what a person edits: that they moved on must not look like somebody else's change.</summary>
    private static bool IsEdited(EntityEntry entry) => entry.State == EntityState.Modified
        && entry.Properties.Any(property => property.IsModified && property.Metadata.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute), false) != true);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save asynchronously.");

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
