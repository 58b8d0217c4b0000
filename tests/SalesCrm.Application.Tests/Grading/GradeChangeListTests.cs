using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;
using static SalesCrm.Application.Customers.ReferralPotential;

namespace SalesCrm.Application.Tests.Grading;

public sealed class GradeChangeListTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await GradedCustomers.BuyerAsync(_database, 600_000, 36, High, true);
        var falling = await GradedCustomers.BuyerAsync(_database, 300_000, 36, High, true);
        await GradedCustomers.BuyerAsync(_database, 300_000, 36, High, true, World.Rep3);
        await GradedCustomers.RegradeAsync(_database);
        _database.Clock.GoTo(2024, 5, 1);
        await GradedCustomers.ChangeAsync(_database, falling, customer => customer.IsDemandStable = false);
        await GradedCustomers.RegradeAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Counts_and_lists_the_changes_of_a_period_that_one_may_see()
    {
        Assert.Equal((3, 0), await CountsAsync("2024-04", World.Admin));
        Assert.Equal((2, 0), await CountsAsync("2024-04", World.Manager));
        Assert.Equal((0, 1), await CountsAsync("2024-05", World.Rep));
        Assert.Equal((3, 1), await CountsAsync("2024", World.Boss));
    }

    [Fact]
    public async Task Shows_only_the_direction_asked_for_the_latest_first()
    {
        var all = await ReadAsync(new(Period.Parse("2024Q2")));
        var down = await ReadAsync(new(Period.Parse("2024Q2"), GradeChangeList.Direction.Down));

        Assert.Equal((4, Grade.C), (all.Total, all.Rows[0].To));
        var row = Assert.Single(down.Rows);
        Assert.Equal((Grade.B, Grade.C, "需求不稳定", "林晓雯"), (row.From, row.To, row.Why.ToString(), row.Owner));
    }

    private async Task<(int Up, int Down)> CountsAsync(string period, Actor actor)
    {
        var counts = await _database.With<GradeChangeList, GradeChangeList.Counts>(list => list.CountAsync(new(Period.Parse(period)), actor, CancellationToken.None));
        return (counts.Up, counts.Down);
    }

    private Task<Page<GradeChangeList.ChangeRow>> ReadAsync(GradeChangeList.Filter filter)
        => _database.With<GradeChangeList, Page<GradeChangeList.ChangeRow>>(list => list.ReadAsync(filter, null, World.Admin, CancellationToken.None));
}
