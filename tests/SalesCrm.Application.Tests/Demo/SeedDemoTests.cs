using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Demo;
using SalesCrm.Application.Grading;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Trials;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Demo;

public sealed class SeedDemoTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        Assert.True(await SeedAsync(_database));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Invents_as_many_customers_as_asked_for_and_only_once()
    {
        Assert.Equal(300, await _database.Read(db => db.Customers.CountAsync()));
        Assert.False(await SeedAsync(_database));
        Assert.Empty(await _database.Engine.CheckIntegrityAsync(await ContextAsync(), CancellationToken.None));
    }

    [Fact]
    public async Task The_same_seed_invents_the_same()
    {
        await using var other = await TestDatabase.CreateAsync();
        await SeedAsync(other);

        Assert.Equal(await PrintAsync(_database), await PrintAsync(other));

        static Task<List<string>> PrintAsync(TestDatabase database) => database.Read(db => db.Customers.OrderBy(c => c.Id)
            .Select(c => c.Name + "|" + c.Number + "|" + c.DealTotal + "|" + c.Grade + "|" + c.NextFollowUpText).ToListAsync());
    }

    [Fact]
    public async Task What_is_derived_is_what_the_product_would_derive()
    {
        var before = await PrintAsync();
        await _database.With<Application.Database.CrmDbContext>(db => db.InTransactionAsync(Actor.System, async token =>
        {
            await DealFigures.RefreshAsync(db, await db.Customers.Select(c => c.Id).ToListAsync(token), new DateOnly(2024, 4, 1), token);
            return 0;
        }, CancellationToken.None));
        var graded = await _database.With<RegradeCustomers, Outcome<RegradeCustomers.Result>>(regrade => regrade.ExecuteAsync(Actor.System, CancellationToken.None));

        Assert.Equal(before, await PrintAsync());
        Assert.Equal(new RegradeCustomers.Result(300, 0, 0), graded.Value);

        Task<List<string>> PrintAsync() => _database.Read(db => db.Customers.OrderBy(c => c.Id)
            .Select(c => c.DealCount + "|" + c.DealTotal + "|" + c.AnnualAmount + "|" + c.Lifecycle + "|" + c.OpenOpportunityCount).ToListAsync());
    }

    [Fact]
    public async Task Its_customers_are_found_by_parts_of_their_names()
    {
        var name = await _database.Read(db => db.Customers.Where(c => c.OwnerId == World.Rep.UserId).OrderBy(c => c.Id).Select(c => c.Name).FirstAsync());
        Assert.NotEqual(0, await _database.Read(db => db.Customers.Matching(db, SearchKind.Customer, name[..3]).CountAsync()));
    }

    [Fact]
    public async Task The_pool_the_form_the_rules_and_the_trials_have_something_to_show_the_same_every_time()
    {
        var pool = await _database.With<PoolList, Page<PoolList.PoolRow>>(list => list.ReadAsync(new(), new PageRequest("since", true), World.Rep, CancellationToken.None));
        var falling = await _database.With<FallingCustomers, FallingCustomers.Sheet>(list => list.ReadAsync(FallingCustomers.Ahead, null, 200, World.Admin, CancellationToken.None));
        Assert.InRange(pool.Total, 5, 40);
        Assert.All(pool.Rows, row => Assert.NotNull(row.FormerTeam));
        Assert.InRange(falling.Total, 5, 40);
        Assert.All(falling.Rows, row => Assert.InRange(row.DaysLeft, 1, FallingCustomers.Ahead));
        Assert.Contains(falling.Rows, row => !row.MayDefer);

        var form = Assert.Single(await _database.With<LeadFormList, IReadOnlyList<LeadFormList.FormRow>>(list => list.ReadAsync(CancellationToken.None)));
        Assert.Equal((6, 1), (form.Leads, form.Waiting));
        var rules = await _database.With<AssignmentRules, AssignmentRules.View>(list => list.ReadAsync(World.Admin, CancellationToken.None));
        Assert.Equal((2, 1), (rules.Rules.Count, rules.Waiting));
        var trials = await _database.With<TrialList, TrialList.Counts>(list => list.CountAsync(World.Admin, CancellationToken.None));
        Assert.Equal(new TrialList.Counts(1, 1, 2, 1), trials);
        Assert.Equal(2, await _database.Read(db => db.Leads.CountAsync(lead => lead.DisqualifyReasonId != null)));

        await using var other = await TestDatabase.CreateAsync();
        await SeedAsync(other);
        Assert.Equal(await PrintAsync(_database), await PrintAsync(other));

        static Task<List<string>> PrintAsync(TestDatabase database) => database.Read(async db => (await db.Customers.OrderBy(c => c.Id).Select(c => c.Name + "|" + c.OwnerId + "|" + c.HeldSince + "|" + c.DeferredUntil).ToListAsync())
            .Concat(await db.Leads.OrderBy(lead => lead.Id).Select(lead => lead.Company + "|" + lead.OwnerId + "|" + lead.Status + "|" + lead.CreatedAt).ToListAsync())
            .Concat(await db.Trials.OrderBy(trial => trial.Id).Select(trial => trial.LeadId + "|" + trial.EndOn + "|" + trial.Result).ToListAsync()).ToList());
    }

    [Fact]
    public async Task Some_customers_look_as_if_they_had_been_entered_twice()
    {
        Assert.InRange(await _database.With<FindDuplicates, int>(find => find.ExecuteAsync(World.Admin, CancellationToken.None)), 4, 16);
        var pairs = (await _database.With<DuplicateList, Page<DuplicateList.PairRow>>(list => list.ReadAsync(null, World.Admin, CancellationToken.None))).Rows;
        foreach (var reason in new[] { DuplicateReasons.SameName, DuplicateReasons.SamePhone, DuplicateReasons.NearName })
        {
            Assert.Contains(pairs, pair => pair.Reasons.HasFlag(reason));
        }

        Assert.Contains(pairs, pair => pair.First.Owner == pair.Second.Owner);
    }

    private static Task<bool> SeedAsync(TestDatabase database)
        => database.With<SeedDemo, bool>(seed => seed.RunAsync(300, 1, null, CancellationToken.None));

    private Task<DbContext> ContextAsync() => Task.FromResult<DbContext>((DbContext)_database.Scope().ServiceProvider.GetService(typeof(Application.Database.CrmDbContext))!);
}
