using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Opportunities;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Visits;

public sealed class AfterSalesTaskTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _customer;
    private long _opportunity;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _customer = await _database.HasCustomerAsync("九川医疗器械", World.Rep);
        _opportunity = await _database.HasReadyOpportunityAsync(_customer, World.Rep);
        Assert.True((await _database.WinAsync(_opportunity, World.Rep, input => input.Reason = "急单")).IsDone);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Archiving_the_follow_up_that_did_it_opens_the_task_and_the_step_again()
    {
        var visit = await DoAsync();
        Assert.Equal((true, StageCode.Won), await StateAsync());

        await ArchiveAsync(visit, true);
        Assert.Equal((false, StageCode.AfterSales), await StateAsync());

        await ArchiveAsync(visit, false);
        Assert.Equal((true, StageCode.Won), await StateAsync());
        Assert.Equal(
            [StageCode.AfterSales, StageCode.Won, StageCode.AfterSales, StageCode.Won],
            await _database.Read(db => db.StageChanges.Where(change => change.OpportunityId == _opportunity).OrderByDescending(change => change.Id).Take(4).OrderBy(change => change.Id).Select(change => change.To).ToListAsync()));
    }

    [Fact]
    public async Task A_task_that_another_follow_up_did_meanwhile_stays_done_by_that()
    {
        var first = await DoAsync();
        await ArchiveAsync(first, true);
        var second = await DoAsync();

        await ArchiveAsync(first, false);

        Assert.Equal((true, StageCode.Won), await StateAsync());
        Assert.Equal(second, await _database.Read(db => db.FollowUpTasks.Select(task => task.DoneByVisitId).SingleAsync()));
    }

    private async Task<long> DoAsync()
    {
        var task = await _database.Read(db => db.FollowUpTasks.Select(row => row.Id).SingleAsync());
        var outcome = await _database.With<RecordVisit, Outcome<long>>(record => record.ExecuteAsync(
            new() { CustomerId = _customer, TaskId = task, Method = VisitMethod.Call, Feedback = "产品稳定性良好", OperationId = Guid.NewGuid() }, World.Rep, CancellationToken.None));
        Assert.True(outcome.IsDone, string.Join(';', outcome.Problems));
        return outcome.Value;
    }

    private async Task ArchiveAsync(long visit, bool archive)
        => Assert.True((await _database.With<ArchiveVisit, Outcome>(use => use.ExecuteAsync(visit, archive, World.Rep, CancellationToken.None))).IsDone);

    private Task<(bool IsDone, StageCode Stage)> StateAsync() => _database.Read(async db =>
        ((await db.FollowUpTasks.SingleAsync()).DoneAt is not null, (await db.Opportunities.SingleAsync(row => row.Id == _opportunity)).Stage));
}
