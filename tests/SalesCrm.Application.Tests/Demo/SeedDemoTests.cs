using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Demo;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
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

    private static Task<bool> SeedAsync(TestDatabase database)
        => database.With<SeedDemo, bool>(seed => seed.RunAsync(300, 1, null, CancellationToken.None));

    private Task<DbContext> ContextAsync() => Task.FromResult<DbContext>((DbContext)_database.Scope().ServiceProvider.GetService(typeof(Application.Database.CrmDbContext))!);
}
