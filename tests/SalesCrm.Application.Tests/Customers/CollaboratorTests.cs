using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Members;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

/// <summary>Whoever a file is shared with works on it; it does not become his.</summary>
public sealed class CollaboratorTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _customer;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _customer = await CustomerInputs.CreateAsync(_database, "澜图科技", World.Rep2);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Changes_what_a_file_says_but_not_whose_it_is()
    {
        await ShareAsync(World.Rep, MemberAccess.Edit);

        var taken = await EditAsync(World.Rep, input => input.OwnerId = World.Rep.UserId);
        Assert.Equal(("OwnerId", "只有跟进人的经理和管理员可以改派客户"), (Assert.Single(taken.Problems).Property, taken.Problems[0].Message.ToString()));

        Assert.True((await EditAsync(World.Rep, input => input.Remark = "下月招标")).IsDone);
        Assert.Equal((World.Rep2.UserId, "下月招标"), await _database.Read(async db =>
        {
            var customer = await db.Customers.SingleAsync();
            return (customer.OwnerId!.Value, customer.Remark);
        }));
    }

    [Fact]
    public async Task The_manager_of_another_team_does_not_get_a_file_that_is_shared_with_his_rep()
    {
        await ShareAsync(World.Rep3, MemberAccess.Edit);

        var edited = await EditAsync(World.Manager2, input => input.OwnerId = World.Rep3.UserId);
        var assigned = await _database.With<AssignCustomer, Outcome>(u => u.ExecuteAsync(_customer, World.Rep3.UserId, World.Manager2, CancellationToken.None));

        Assert.Equal((OutcomeKind.Invalid, OutcomeKind.Invalid), (edited.Kind, assigned.Kind));
        Assert.Equal(World.Rep2.UserId, await OwnerAsync());
        Assert.True((await EditAsync(World.Manager, input => input.OwnerId = World.Rep.UserId)).IsDone);
    }

    [Fact]
    public async Task Takes_no_file_over_by_an_import()
    {
        await ShareAsync(World.Rep, MemberAccess.Edit);

        var report = await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,跟进人", "澜图科技,林晓雯"), actor: World.Rep);

        Assert.Equal("只有跟进人的经理和管理员可以改派客户", report.Reason());
        Assert.Equal(World.Rep2.UserId, await OwnerAsync());
    }

    [Fact]
    public async Task Who_only_has_an_opportunity_there_imports_no_contacts_and_sees_none()
    {
        await ShareAsync(World.Rep, MemberAccess.Involved);

        var report = await _database.CheckAsync(Importing.Kind("contacts"), Importing.Csv("客户名称,姓名,手机", "澜图科技,张三,13900001111"), actor: World.Rep);

        Assert.Equal("这家客户已在系统中，由他人跟进，请联系周启航", report.Reason());
        Assert.DoesNotContain("example.com", string.Join("|", report.Rows.SelectMany(row => row.Changes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_tell_by_an_import_which_opportunities_others_have_there()
    {
        await ShareAsync(World.Rep, MemberAccess.Involved);
        await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,当前阶段,负责人", "XS-77,澜图科技,初步接触,周启航"));

        var report = await _database.CommitAsync(Importing.Kind("visits"), Importing.Csv("回访日期,客户名称,回访方式,机会编号", "2024-03-01,澜图科技,电话,XS-77"), actor: World.Rep);

        Assert.Equal("这家客户没有编号为 XS-77 的商机", report.Reason());
        Assert.False(await _database.Read(db => db.Visits.AnyAsync()));
    }

    private Task<long> OwnerAsync() => _database.Read(db => db.Customers.Select(customer => customer.OwnerId!.Value).SingleAsync());

    private Task ShareAsync(Actor with, MemberAccess access)
        => _database.With<ShareCustomer>(share => share.ExecuteAsync(_customer, with.UserId, access, World.Rep2, CancellationToken.None));

    private async Task<Outcome> EditAsync(Actor actor, Action<EditCustomer.Input> change)
    {
        var input = (await _database.With<CustomerForm, EditCustomer.Input?>(form => form.FindAsync(_customer, actor, CancellationToken.None)))!;
        change(input);
        return await _database.With<EditCustomer, Outcome>(edit => edit.ExecuteAsync(_customer, input, actor, CancellationToken.None));
    }
}
