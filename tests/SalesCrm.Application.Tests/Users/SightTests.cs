using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Demo;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Users;

/// <summary>The ways of asking differ in cost alone.</summary>
public sealed class SightTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.With<SeedDemo, bool>(seed => seed.RunAsync(120, 3, null, CancellationToken.None));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public static TheoryData<string, Sight> Everyone => new()
    {
        { "rep", Sight.Own }, { "rep", Sight.Company }, { "service", Sight.Own }, { "service", Sight.Company }, { "manager", Sight.Company }, { "boss", Sight.Company },
    };

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Every_way_of_asking_finds_the_same_records(string who, Sight sight)
    {
        var actor = who switch { "rep" => World.Rep, "service" => World.Support, "manager" => World.Manager, _ => World.Boss };
        var plainly = await SeenAsync(actor with { Sight = Sight.Team });

        Assert.NotEqual(0, plainly.Sum(ids => ids.Count));
        Assert.Equal(plainly, await SeenAsync(actor with { Sight = sight }));
    }

    private Task<List<List<long>>> SeenAsync(Actor actor) => _database.Read(async db =>
    {
        IQueryable<long>[] all =
        [
            db.CustomersOf(actor).Select(row => row.Id), db.CustomersWhollySeenBy(actor).Select(row => row.Id), db.CustomersWorkedBy(actor).Select(row => row.Id),
            db.CustomersEditedBy(actor).Select(row => row.Id), db.OpportunitiesOf(actor).Select(row => row.Id), db.DealsOf(actor).Select(row => row.Id), db.VisitsOf(actor).Select(row => row.Id),
        ];
        var seen = new List<List<long>>();
        foreach (var ids in all)
        {
            seen.Add(await ids.OrderBy(id => id).ToListAsync());
        }

        return seen;
    });
}
