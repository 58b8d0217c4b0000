using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Acts;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class MergeCustomersTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Merged_and_unmerged_two_customers_are_what_they_were()
    {
        var (kept, other) = await TwoAsync();
        var before = await _database.ContentAsync();
        var trail = await _database.Read(db => db.AuditEntries.CountAsync());

        var act = await MergeAsync(kept, other, ["Need"], World.Manager);

        Assert.True(act.IsDone);
        var (contacts, visits, deals) = await _database.Read(async db => (
            await db.Contacts.Where(row => row.CustomerId == kept).Select(row => row.IsPrimary).ToListAsync(),
            await db.Visits.CountAsync(row => row.CustomerId == kept), await db.Customers.Where(row => row.Id == kept).Select(row => new { row.DealCount, row.Need }).SingleAsync()));
        Assert.Equal((2, 1, 2, 3, "要20套"), (contacts.Count, contacts.Count(primary => primary), visits, deals.DealCount, deals.Need));
        Assert.Equal(kept, await _database.Read(db => db.Customers.Where(row => row.Id == other && row.ArchivedAt != null).Select(row => row.MergedIntoId).SingleAsync()));
        Assert.True(await _database.Read(db => db.CustomerMembers.AnyAsync(member => member.CustomerId == kept && member.UserId == World.Rep2.UserId)));

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Value, World.Manager, CancellationToken.None))).IsDone);
        Assert.Equal(before, await _database.ContentAsync());
        Assert.True(await _database.Read(db => db.AuditEntries.CountAsync()) > trail + 10);
    }

    [Fact]
    public async Task Only_who_leads_both_owners_merges_and_only_once()
    {
        var (kept, other) = await TwoAsync();

        Assert.Equal(OutcomeKind.NotFound, (await MergeAsync(kept, other, [], World.Rep)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await MergeAsync(kept, kept, [], World.Manager)).Kind);
        Assert.True((await MergeAsync(kept, other, [], World.Manager)).IsDone);
        Assert.Equal(OutcomeKind.Invalid, (await MergeAsync(other, kept, [], World.Manager)).Kind);
    }

    [Fact]
    public async Task What_is_logged_after_the_merge_stays_when_it_is_undone()
    {
        var (kept, other) = await TwoAsync();
        var act = await MergeAsync(kept, other, [], World.Manager);
        await _database.LogAsync(kept, World.Rep);

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act.Value, World.Manager, CancellationToken.None))).IsDone);

        Assert.Equal((2, 1), await _database.Read(async db => (await db.Visits.CountAsync(row => row.CustomerId == kept), await db.Visits.CountAsync(row => row.CustomerId == other))));
    }

    private async Task<(long Kept, long Other)> TwoAsync()
    {
        var kept = await _database.HasCustomerAsync("云启医疗", World.Rep);
        var other = await _database.HasCustomerAsync("云启医疗苏州", World.Rep2);
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Id == other)).Need = "要20套";
            await db.SaveAsync(World.Manager, CancellationToken.None);
            return 0;
        });
        foreach (var (customer, owner) in new[] { (kept, World.Rep), (other, World.Rep2) })
        {
            await _database.With<SaveContact, Outcome<long>>(save => save.ExecuteAsync(customer, null, new SaveContact.Input { Name = "张三", Mobile = "13800005678", IsPrimary = true }, owner, CancellationToken.None));
            await _database.LogAsync(customer, owner);
            await _database.HasOpportunityAsync(customer, owner);
        }

        await _database.CommitAsync(
            Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D1,云启医疗,2023-05-01,80000", "D2,云启医疗苏州,2023-08-01,150000", "D3,云启医疗苏州,2024-02-01,150000"), actor: World.Admin);
        return (kept, other);
    }

    private async Task<Outcome<long>> MergeAsync(long kept, long other, string[] taken, Actor actor)
    {
        var versions = await _database.Read(db => db.Customers.ToDictionaryAsync(row => row.Id, row => row.Version));
        return await _database.With<MergeCustomers, Outcome<long>>(merge => merge.ExecuteAsync(new MergeCustomers.Input(kept, other, taken, versions[kept], versions[other]), actor, CancellationToken.None));
    }
}
