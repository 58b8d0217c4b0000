using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Members;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users.Accounts;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

/// <summary>M05: who sells through a channel sees only customers of his own, and no costs.</summary>
public sealed class ChannelRepTests : IAsyncLifetime
{
    private static readonly Actor Channel = World.Rep with { IsChannel = true };

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(Sight.Own)]
    [InlineData(Sight.Team)]
    [InlineData(Sight.Company)]
    public async Task M05_Sees_only_customers_of_his_own(Sight sight)
    {
        var own = await _database.HasCustomerAsync("自己的", World.Rep);
        var shared = await _database.HasCustomerAsync("共享的", World.Rep2);
        await _database.With<ShareCustomer, Outcome>(u => u.ExecuteAsync(shared, World.Rep.UserId, MemberAccess.Edit, World.Rep2, CancellationToken.None));

        Assert.Equal([own, shared], await IdsAsync(World.Rep with { Sight = sight }));
        Assert.Equal([own], await IdsAsync(Channel with { Sight = sight }));
    }

    [Fact]
    public async Task M05_Sees_no_cost_and_leaves_it_as_it_is_when_he_corrects_a_deal()
    {
        var customer = await _database.HasCustomerAsync("自己的", World.Rep);
        var recorded = await _database.With<RecordDeal, Outcome<long>>(u => u.ExecuteAsync(
            new RecordDeal.Input { CustomerId = customer, On = new DateOnly(2024, 4, 1), Amount = "1000", Cost = "612.34", OwnerId = World.Rep.UserId }, World.Rep, CancellationToken.None));
        var form = (await _database.With<DealForm, DealForm.Filled?>(u => u.FindAsync(recorded.Value, Channel, CancellationToken.None)))!.Input;
        Assert.Null(form.Cost);
        Assert.Equal("612.34", (await _database.With<DealForm, DealForm.Filled?>(u => u.FindAsync(recorded.Value, World.Rep, CancellationToken.None)))!.Input.Cost);

        Assert.True((await _database.With<EditDeal, Outcome>(u => u.ExecuteAsync(recorded.Value, form with { Amount = "1200", Cost = "1" }, Channel, CancellationToken.None))).IsDone);

        Assert.Equal((1200m, 612.34m), await _database.Read(async db =>
        {
            var deal = await db.Deals.SingleAsync();
            return (deal.Amount, deal.Cost!.Value);
        }));
        var history = (await _database.With<RecordHistory, RecordHistory.History?>(u => u.ReadAsync("deal", recorded.Value, new PageRequest(), Channel, CancellationToken.None)))!;
        Assert.DoesNotContain(history.Entries.Rows.SelectMany(row => row.Changes), change => $"{change.New}".Contains("612", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_a_rep_is_a_channel_rep_and_nothing_is_shared_with_him()
    {
        var customer = await _database.HasCustomerAsync("共享的", World.Rep2);
        Assert.Equal("只有销售可以是渠道销售", (await MarkAsync(World.Manager)).Problems.Single().Message.ToString());
        Assert.True((await MarkAsync(World.Rep)).IsDone);

        var shared = await _database.With<ShareCustomer, Outcome>(u => u.ExecuteAsync(customer, World.Rep.UserId, MemberAccess.Read, World.Rep2, CancellationToken.None));

        Assert.Equal("渠道销售只看自己的客户，不能协作", shared.Problems.Single().Message.ToString());
    }

    private async Task<Outcome> MarkAsync(Actor person)
    {
        var account = (await _database.With<AccountForm, AccountForm.Account?>(u => u.FindAsync(person.UserId, CancellationToken.None)))!;
        account.Input.IsChannel = true;
        return await _database.With<EditAccount, Outcome>(u => u.ExecuteAsync(person.UserId, account.Input, World.Admin, CancellationToken.None));
    }

    private Task<List<long>> IdsAsync(Actor actor) => _database.Read(async db =>
    {
        var ids = await db.CustomersOf(actor).OrderBy(customer => customer.Id).Select(customer => customer.Id).ToListAsync();
        Assert.Equal(ids, await db.CustomersWhollySeenBy(actor).OrderBy(customer => customer.Id).Select(customer => customer.Id).ToListAsync());
        Assert.Equal(ids, await db.CustomerIdsWhollySeenBy(actor).Distinct().OrderBy(id => id).ToListAsync());
        return ids;
    });
}
