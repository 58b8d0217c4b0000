using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Customers.Tidy;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class TidyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A07_The_review_of_a_month_proposes_the_long_lost_and_tells_how_far_everybody_is()
    {
        _database.Clock.GoTo(2023, 9, 1);
        var (lost, called, busy) = (await _database.HasCustomerAsync("失联公司", World.Rep), await _database.HasCustomerAsync("常联系公司", World.Rep), await _database.HasCustomerAsync("有商机公司", World.Rep));
        var other = await _database.HasCustomerAsync("同事的公司", World.Rep2);
        await _database.HasOpportunityAsync(busy, World.Rep);
        _database.Clock.GoTo(2023, 9, 12);
        await _database.LogAsync(called, World.Rep);
        await _database.LogAsync(other, World.Rep2);

        // The first day on which 180 days have passed since the file was opened.
        _database.Clock.GoTo(2024, 2, 27);
        Assert.Empty(await IdsAsync(TidyView.Lost, World.Rep));
        _database.Clock.GoTo(2024, 2, 28);
        Assert.Equal([lost], await IdsAsync(TidyView.Lost, World.Rep));

        _database.Clock.GoTo(2024, 3, 8);
        Assert.Equal([lost, called, busy], await IdsAsync(TidyView.ToDo, World.Rep));
        Assert.Equal(2, (await ConfirmAsync([called, busy, other], World.Rep)).Value);
        var archived = await _database.With<ChangeCustomers, Outcome<ChangeCustomers.Result>>(
            change => change.ExecuteAsync(new ChangeCustomers.Input { Ids = [lost], Change = BulkChange.Archive }, World.Rep, CancellationToken.None));
        Assert.Equal(1, archived.Value!.Done);

        Assert.Equal([("林晓雯", 3, 3), ("周启航", 0, 1)], await ProgressAsync(World.Manager));
        Assert.Equal([("林晓雯", 3, 3)], await ProgressAsync(World.Rep));
        Assert.Empty(await IdsAsync(TidyView.ToDo, World.Rep));
        Assert.Equal([lost], await IdsAsync(TidyView.Archived, World.Rep));
        Assert.Equal([(2, 2)], (await _database.With<TidyList, IReadOnlyList<TidyList.Group>>(list => list.GroupsAsync(null, World.Rep, CancellationToken.None))).Select(group => (group.Done, group.All)));

        _database.Clock.GoTo(2024, 4, 1);
        Assert.Equal([("林晓雯", 0, 2)], await ProgressAsync(World.Rep));
    }

    [Fact]
    public async Task A_file_that_nobody_confirmed_for_90_days_is_stale()
    {
        var id = await _database.HasCustomerAsync("澜图科技", World.Rep);
        await ConfirmAsync([id], World.Rep);
        _database.Clock.GoTo(2024, 6, 29);
        Assert.Empty(await IdsAsync(TidyView.Stale, World.Rep));
        _database.Clock.GoTo(2024, 6, 30);
        Assert.Equal([id], await IdsAsync(TidyView.Stale, World.Rep));
        var confirmed = await _database.Read(db => db.Customers.Select(row => row.ConfirmedAt).SingleAsync());
        Assert.True(await _database.With<ConfirmCustomers, bool>(use => use.IsStaleAsync(confirmed, CancellationToken.None)));
        Assert.Equal(OutcomeKind.NotFound, (await ConfirmAsync([id], World.Rep2)).Kind);
    }

    private async Task<IEnumerable<long>> IdsAsync(TidyView view, Actor actor)
        => (await _database.With<TidyList, Page<TidyList.TidyRow>>(list => list.ReadAsync(new TidyList.Filter { View = view }, new PageRequest("grade"), actor, CancellationToken.None))).Rows.Select(row => row.Id);

    private Task<Outcome<int>> ConfirmAsync(long[] ids, Actor actor) => _database.With<ConfirmCustomers, Outcome<int>>(use => use.ExecuteAsync(ids, actor, CancellationToken.None));

    private async Task<IEnumerable<(string, int, int)>> ProgressAsync(Actor actor)
        => (await _database.With<TidyList, IReadOnlyList<TidyList.Progress>>(list => list.ProgressAsync(actor, CancellationToken.None))).Select(row => (row.Owner, row.Done, row.All));
}
