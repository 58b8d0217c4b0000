using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

public sealed class FindDuplicatesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Pairs_come_with_score_and_reasons_and_a_dismissed_one_never_again()
    {
        await _database.CommitAsync(
            Importing.Kind("customers"),
            Importing.Csv(
                "客户名称,联系人信息(姓名/职位/电话/邮箱),跟进人", "云启医疗器械,张三//13800005678/z@yunqi.cn,林晓雯", "云启医疗设备,李四//13900001111/l@yunqi.cn,林晓雯", "澜图科技,王五//13800005678/w@163.com,周启航",
                "远山物流,赵六//13700002222/zl@163.com,陈思远"),
            actor: World.Admin);
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Name == "远山物流")).Rename("瀾圖科技有限公司", "澜图科技");
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        Assert.Equal(3, await FindAsync());

        var pairs = (await ListAsync(World.Admin)).Rows;
        Assert.Equal(
            [(70, DuplicateReasons.SameName), (50, DuplicateReasons.SamePhone), (40, DuplicateReasons.SimilarName)], pairs.Select(pair => (pair.Score, pair.Reasons)));
        var own = Assert.Single((await ListAsync(World.Rep)).Rows, pair => !pair.MayMerge);
        Assert.Equal((null, null, "周启航"), (own.Second.Id, own.Second.Name, own.Second.Owner));
        Assert.Equal((false, World.Manager.Name), (own.IsPooled, own.Manager));
        Assert.Equal(["瀾圖科技有限公司"], (await ListAsync(World.Rep3)).Rows.Select(pair => pair.Second.Name));

        var last = pairs[2];
        Assert.Equal(OutcomeKind.NotFound, (await DismissAsync(last.First.Id!.Value, last.Second.Id!.Value, World.Rep2)).Kind);
        Assert.True((await DismissAsync(last.Second.Id!.Value, last.First.Id!.Value, World.Rep)).IsDone);
        Assert.Equal(2, await FindAsync());
    }

    [Fact]
    public async Task Names_with_one_wrong_character_are_found_while_typing_by_the_search_and_on_import_with_a_lower_score()
    {
        foreach (var (name, owner) in new[] { ("华为技术有限公司", World.Rep), ("深圳迈瑞生物医疗", World.Rep3), ("第一建筑工程", World.Rep), ("上海医疗器械", World.Rep) })
        {
            await CustomerInputs.CreateAsync(_database, name, owner);
        }

        var near = Assert.Single(await TypedAsync("华伟技术有限公司"));
        Assert.Equal(("华为技术有限公司", DuplicateReasons.NearName, 30), (near.Name, near.Reasons, near.Reasons.Score()));
        Assert.Equal([(null, World.Rep3.Name)], (await TypedAsync("深圳迈端生物医疗")).Select(row => (row.Name, row.OwnerName)));
        foreach (var typed in new[] { "华为技木", "为技术公司", "华为抟术", "化为技术", "华为新技术", "新华为技术", "华为技术新" })
        {
            Assert.Equal(typed != "为技术公司", (await TypedAsync(typed)).Count == 1);
        }

        Assert.Empty(await TypedAsync("第二建筑工程"));
        Assert.Empty(await TypedAsync("北海医疗器械"));

        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,联系人信息(姓名/职位/电话/邮箱)", "华伟技术有限公司,张三//13800005678/", "第二建筑工程,李四//13900005678/"), actor: World.Admin);
        Assert.Equal(1, await FindAsync());
        var pair = Assert.Single((await ListAsync(World.Admin)).Rows);
        Assert.Equal((30, "华为技术有限公司", "华伟技术有限公司"), (pair.Score, pair.First.Name, pair.Second.Name));
    }

    [Fact]
    public async Task An_almost_equal_name_warns_and_needs_no_reason()
    {
        await CustomerInputs.CreateAsync(_database, "华为技术有限公司", World.Rep);
        var input = await CustomerInputs.CompleteAsync(_database, "华伟技术有限公司");
        (input.ContactPhone, input.ContactEmail) = (null, "someone@else.com");
        Assert.True((await _database.With<CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(input, World.Rep, CancellationToken.None))).IsDone);
    }

    [Fact]
    public async Task A_duplicate_in_the_public_pool_is_named_to_be_claimed()
    {
        var id = await CustomerInputs.CreateAsync(_database, "华为技术有限公司", World.Rep3);
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync()).AssignTo(null);
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        var row = Assert.Single(await TypedAsync("华为技术"));
        Assert.Equal((null, "华为技术有限公司", id), (row.Id, row.Name, row.InPool));
    }

    private Task<IReadOnlyList<CustomerDuplicates.DuplicateRow>> TypedAsync(string name)
        => _database.With<CustomerDuplicates, IReadOnlyList<CustomerDuplicates.DuplicateRow>>(duplicates => duplicates.FindAsync(name, [], [], null, World.Rep, CancellationToken.None));

    [Fact]
    public async Task A_search_that_found_nothing_is_not_the_same_as_none()
    {
        Assert.Null((await LastAsync()).On);

        Assert.Equal(0, await FindAsync());

        Assert.Equal((true, null), ((await LastAsync()).On.HasValue, (await LastAsync()).At));
    }

    private Task<DuplicateList.LastSearch> LastAsync() => _database.With<DuplicateList, DuplicateList.LastSearch>(list => list.LastSearchAsync(CancellationToken.None));

    private Task<Outcome> DismissAsync(long one, long other, Actor actor) => _database.With<DismissDuplicate, Outcome>(dismiss => dismiss.ExecuteAsync(one, other, actor, CancellationToken.None));

    private Task<int> FindAsync() => _database.With<FindDuplicates, int>(find => find.ExecuteAsync(World.Admin, CancellationToken.None));

    private Task<Page<DuplicateList.PairRow>> ListAsync(Actor actor) => _database.With<DuplicateList, Page<DuplicateList.PairRow>>(list => list.ReadAsync(null, actor, CancellationToken.None));
}
