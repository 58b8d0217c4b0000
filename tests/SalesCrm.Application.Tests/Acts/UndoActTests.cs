using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Customers.Bulk;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Acts;

public sealed class UndoActTests : IAsyncLifetime
{
    private const string Header = "客户名称,所属行业,预算,备注,下次跟进计划";

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_import_that_updated_500_customers_is_undone_but_for_the_one_edited_since()
    {
        await ImportAsync(500, number => $"客户第{number}号,,{number * 1000},旧,");
        var before = await _database.ContentAsync();
        await ImportAsync(500, number => $"客户第{number}号,软件,{number * 2000},新,2024-04-20 回访");
        var edited = await _database.Read(db => db.Customers.Where(row => row.Name == "客户第77号").Select(row => row.Id).SingleAsync());
        await RenameShortAsync(edited, World.Admin);
        var act = await LatestAsync();

        var card = await _database.With<ActDetails, ActDetails.Card?>(details => details.FindAsync(act, tries: true, World.Admin, CancellationToken.None));
        Assert.Equal((499, 1, "客户第77号"), (card!.Trial!.Restorable, card.Trial.LeftCount, card.Trial.Left.Single(row => row.Kind.ToString() == "客户").Title));
        Assert.Equal(499, (await UndoAsync(act, World.Admin)).Value);

        var after = await _database.ContentAsync();
        Assert.All(before.Except(after).Where(line => !line.StartsWith("SearchGrams:", StringComparison.Ordinal)), line => Assert.Contains("客户第77号", line, StringComparison.Ordinal));
        Assert.Single(await _database.Read(db => db.Customers.Where(row => row.Remark == "新").ToListAsync()));
        Assert.False((await UndoAsync(act, World.Admin)).IsDone);
    }

    [Fact]
    public async Task An_import_that_created_records_takes_them_away_but_keeps_what_is_used_since()
    {
        var before = await _database.ContentAsync();
        await ImportAsync(3, number => $"新客户第{number}号,软件,5000,,");
        await _database.CommitAsync(
            Importing.Kind("opportunities", "Product"), Importing.Csv("机会编号,客户名称,当前阶段,预计成交金额(元),成交日期", "M1,新客户第1号,Won,100000,2024-03-01", "M2,新客户第2号,需求确认,5000,"), actor: World.Admin);
        Assert.Equal(1, await _database.Read(db => db.Deals.CountAsync()));

        var (opportunities, customers) = (await LatestAsync(), await LatestAsync(1));
        Assert.Equal(3, (await _database.With<ActDetails, ActDetails.Card?>(details => details.FindAsync(customers, tries: true, World.Admin, CancellationToken.None)))!.Trial!.LeftCount + 1);
        Assert.True((await UndoAsync(opportunities, World.Admin)).IsDone);
        Assert.Equal(0, await _database.Read(db => db.Opportunities.CountAsync()) + await _database.Read(db => db.Deals.CountAsync()));
        await _database.LogAsync(await _database.Read(db => db.Customers.Where(row => row.Name == "新客户第3号").Select(row => row.Id).SingleAsync()), World.Admin);
        Assert.True((await UndoAsync(customers, World.Admin)).IsDone);

        Assert.Equal(["新客户第3号"], await _database.Read(db => db.Customers.Select(row => row.Name).ToListAsync()));
        var others = (await _database.ContentAsync()).Except(before).Where(line => !line.Contains("DictionaryEntries", StringComparison.Ordinal)).ToList();
        Assert.All(others.Where(line => line.StartsWith("Customers:", StringComparison.Ordinal)), line => Assert.Contains("新客户第3号", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stays_is_named_with_the_later_act_that_is_to_be_undone_first()
    {
        await ImportAsync(2, number => $"新客户第{number}号,软件,5000,,");
        await _database.CommitAsync(Importing.Kind("contacts"), Importing.Csv("客户名称,姓名,电话", "新客户第1号,赵伟,13800138000", "新客户第1号,,021-61234567"), actor: World.Admin);
        await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,当前阶段", "M1,新客户第1号,需求确认"), fileName: "商机.csv", actor: World.Admin);
        var customers = await LatestAsync(2);
        await _database.LogAsync(await _database.Read(db => db.Customers.Where(row => row.Name == "新客户第2号").Select(row => row.Id).SingleAsync()), World.Admin);

        var trial = (await _database.With<ActDetails, ActDetails.Card?>(details => details.FindAsync(customers, tries: true, World.Admin, CancellationToken.None)))!.Trial!;

        Assert.All(trial.Left, row => Assert.NotNull(row.Title));
        var (first, second) = (trial.Left.Single(row => row.Title == "新客户第1号"), trial.Left.Single(row => row.Title == "新客户第2号"));
        Assert.StartsWith("之后有了关联的", first.Why.ToString(), StringComparison.Ordinal);
        Assert.Contains(first.Later!.Id, new[] { await LatestAsync(), await LatestAsync(1) });
        Assert.Equal(("之后有了关联的跟进", null), (second.Why.ToString(), second.Later));
        Assert.Equal(first.Later.Id, Assert.Single(trial.First).Id);
    }

    [Fact]
    public async Task What_stayed_because_of_a_later_act_comes_back_once_that_one_is_undone_too()
    {
        await ImportAsync(3, number => $"客户第{number}号,软件,1000,旧,");
        var before = await _database.ContentAsync();
        await ImportAsync(3, number => $"客户第{number}号,软件,2000,新,");
        await ImportAsync(1, _ => "客户第2号,软件,2000,更新,");
        var (later, act) = (await LatestAsync(), await LatestAsync(1));

        Assert.Equal(2, (await UndoAsync(act, World.Admin)).Value);
        Assert.Equal((1, 1), (await LeftAsync(act), (await CardAsync(act)).LeftCount));
        Assert.NotNull((await CardAsync(act)).UndoableUntil);
        var hindered = await TrialAsync(act);
        Assert.Equal((0, 1, later), (hindered.Restorable, hindered.LeftCount, Assert.Single(hindered.First).Id));
        Assert.Equal(("没有可以恢复的记录", 1), ((await UndoAsync(act, World.Admin)).Problems[0].Message.ToString(), await LeftAsync(act)));

        Assert.Equal(1, (await UndoAsync(later, World.Admin)).Value);
        var rest = await TrialAsync(act);
        Assert.Equal((1, 0), (rest.Restorable, rest.LeftCount));
        Assert.Equal(1, (await UndoAsync(act, World.Admin)).Value);

        Assert.Equal(before, await _database.ContentAsync());
        Assert.Equal((0, null), (await LeftAsync(act), (await CardAsync(act)).UndoableUntil));
        Assert.Equal(OutcomeKind.Conflict, (await UndoAsync(act, World.Admin)).Kind);
    }

    [Fact]
    public async Task The_rest_of_an_undoing_takes_nothing_of_what_was_done_after_its_first_part()
    {
        await ImportAsync(2, number => $"客户第{number}号,软件,1000,旧,");
        await ImportAsync(2, number => $"客户第{number}号,软件,2000,新,");
        await ImportAsync(1, _ => "客户第1号,软件,2000,更新,");
        var (later, act) = (await LatestAsync(), await LatestAsync(1));
        Assert.Equal(1, (await UndoAsync(act, World.Admin)).Value);
        Assert.Equal(1, (await UndoAsync(later, World.Admin)).Value);
        await ImportAsync(1, _ => "客户第2号,软件,3000,新,");

        Assert.Equal((1, 0), ((await TrialAsync(act)).Restorable, (await TrialAsync(act)).LeftCount));
        Assert.Equal(1, (await UndoAsync(act, World.Admin)).Value);

        Assert.Equal([("客户第1号", 1000m, "旧"), ("客户第2号", 3000m, "新")], (await _database.Read(db => db.Customers.OrderBy(row => row.Name).ToListAsync())).Select(row => (row.Name, row.Budget!.Value, row.Remark!)));
    }

    [Fact]
    public async Task Records_that_were_created_and_used_since_go_once_their_use_is_undone()
    {
        await ImportAsync(3, number => $"新客户第{number}号,软件,5000,,");
        await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,当前阶段", "M1,新客户第1号,需求确认"), actor: World.Admin);
        var (later, act) = (await LatestAsync(), await LatestAsync(1));
        Assert.True((await UndoAsync(act, World.Admin)).IsDone);
        Assert.Equal(["新客户第1号"], await _database.Read(db => db.Customers.Select(row => row.Name).ToListAsync()));

        Assert.True((await UndoAsync(later, World.Admin)).IsDone);
        Assert.True((await UndoAsync(act, World.Admin)).IsDone);

        Assert.Equal((0, 0), (await _database.Read(db => db.Customers.CountAsync()), await LeftAsync(act)));
    }

    [Fact]
    public async Task A_bulk_transfer_comes_back_by_who_made_it_and_by_nobody_below()
    {
        var ids = new List<long>();
        foreach (var name in new[] { "甲公司", "乙公司", "丙公司" })
        {
            ids.Add(await _database.HasCustomerAsync(name, World.Rep));
        }

        var result = await _database.With<ChangeCustomers, Outcome<ChangeCustomers.Result>>(change => change.ExecuteAsync(
            new ChangeCustomers.Input { Ids = ids, Change = BulkChange.Assign, OwnerId = World.Rep2.UserId }, World.Manager, CancellationToken.None));
        Assert.Equal((3, 0, 0, 0), (result.Value!.Done, result.Value.Unchanged, result.Value.NotYours, result.Value.Busy));
        var act = await LatestAsync();

        Assert.Equal(OutcomeKind.NotFound, (await UndoAsync(act, World.Rep)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await UndoAsync(act, World.Manager2)).Kind);
        Assert.Equal(3, (await UndoAsync(act, World.Manager)).Value);
        Assert.All(await _database.Read(db => db.Customers.ToListAsync()), row => Assert.Equal(World.Rep.UserId, row.OwnerId));
    }

    [Fact]
    public async Task That_records_were_touched_since_is_told_without_trying_to_undo_and_how_many_only_by_trying()
    {
        await ImportAsync(3, number => $"客户第{number}号,,1000,旧,");
        var act = await LatestAsync();
        Assert.False((await CardAsync(act)).IsTouchedSince);

        await RenameShortAsync(await _database.Read(db => db.Customers.Where(row => row.Name == "客户第2号").Select(row => row.Id).SingleAsync()), World.Rep);

        var card = await CardAsync(act);
        Assert.Equal((true, null), (card.IsTouchedSince, card.Trial));
        Assert.Equal(1, (await TrialAsync(act)).LeftCount);
        Assert.Equal(3, card.Counts.Single(row => row.Kind.ToString() == "客户").Created);
    }

    [Fact]
    public async Task An_act_is_not_itself_what_is_to_be_undone_first()
    {
        await _database.CommitAsync(
            Importing.Kind("opportunities", "Customer"), Importing.Csv("机会编号,客户名称,当前阶段", "M1,新客户第1号,需求确认"), actor: World.Admin);
        var act = await LatestAsync();
        await _database.Read(async db =>
        {
            (await db.Opportunities.SingleAsync()).Need = "改过";
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        var trial = await TrialAsync(act);

        Assert.Empty(trial.First);
        Assert.Contains("关联的商机保持原样", trial.Left.Where(row => row.Kind.ToString() == "客户").Select(row => row.Why.ToString()));
        Assert.DoesNotContain(trial.Left, row => row.Later is not null);
    }

    [Fact]
    public async Task After_thirty_days_an_act_stands()
    {
        await ImportAsync(1, _ => "甲公司,软件,5000,,");
        var act = await LatestAsync();
        _database.Clock.Now += TimeSpan.FromDays(30.1);

        Assert.Equal(OutcomeKind.Conflict, (await UndoAsync(act, World.Admin)).Kind);
        Assert.Null((await _database.With<ActDetails, ActDetails.Card?>(details => details.FindAsync(act, tries: true, World.Admin, CancellationToken.None)))!.UndoableUntil);
    }

    [Fact]
    public async Task Undone_deals_leave_figures_and_grade_as_they_were()
    {
        var id = await _database.HasCustomerAsync("云启医疗", World.Rep);
        var before = await _database.ContentAsync();
        await _database.CommitAsync(Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D1,云启医疗,2023-02-01,150000", "D2,云启医疗,2024-02-01,150000"), actor: World.Admin);
        Assert.Equal(Grade.C, await _database.Read(db => db.Customers.Where(row => row.Id == id).Select(row => row.Grade).SingleAsync()));

        Assert.True((await UndoAsync(await LatestAsync(), World.Admin)).IsDone);

        Assert.Equal(before, await _database.ContentAsync());
    }

    [Fact]
    public async Task Undone_deals_leave_buyers_and_who_referred_them_of_their_types_since_when_they_were()
    {
        var (buyer, referred) = (await _database.HasCustomerAsync("云启医疗", World.Rep), await _database.HasCustomerAsync("澜图科技", World.Rep));
        var referrer = await _database.HasCustomerAsync("远山物流", World.Rep);
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Id == referred)).ReferredById = referrer;
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
        await _database.CommitAsync(
            Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D1,云启医疗,2022-06-01,1000", "D2,云启医疗,2023-06-01,1000", "D3,远山物流,2023-08-01,1000"), actor: World.Admin);
        _database.Clock.GoTo(2024, 4, 10);
        var before = await _database.ContentAsync();

        await _database.CommitAsync(Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D4,云启医疗,2023-07-01,1000", "D5,澜图科技,2024-04-01,1000"), actor: World.Admin);
        Assert.Equal([LifecycleType.Loyal, LifecycleType.Loyal], await _database.Read(db => db.Customers.Where(row => row.Id == buyer || row.Id == referrer).Select(row => row.Lifecycle).ToListAsync()));
        _database.Clock.GoTo(2024, 4, 12);
        Assert.True((await UndoAsync(await LatestAsync(), World.Admin)).IsDone);

        Assert.Equal(before, await _database.ContentAsync());
    }

    [Fact]
    public async Task A_customer_is_again_confirmed_when_he_was_before_the_import_that_changed_him()
    {
        await ImportAsync(2, number => $"客户第{number}号,软件,1000,旧,");
        _database.Clock.GoTo(2024, 4, 10);
        var before = await _database.ContentAsync();

        await ImportAsync(2, number => $"客户第{number}号,软件,2000,新,");
        Assert.Equal(2, await _database.Read(db => db.Customers.CountAsync(row => row.ConfirmedAt == db.Now)));
        _database.Clock.GoTo(2024, 4, 12);
        Assert.True((await UndoAsync(await LatestAsync(), World.Admin)).IsDone);

        Assert.Equal(before, await _database.ContentAsync());
    }

    [Fact]
    public async Task What_stands_on_an_opportunity_goes_only_by_who_may_still_change_the_opportunity()
    {
        var customer = await _database.HasCustomerAsync("云启医疗", World.Rep);
        var opportunity = await _database.OpportunityAsync(await _database.HasOpportunityAsync(customer, World.Rep));
        await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,关键节点", $"{opportunity.Number},云启医疗,4月20日提交方案"), actor: World.Manager);
        var act = await LatestAsync();
        await _database.Read(async db =>
        {
            (await db.Customers.SingleAsync(row => row.Id == customer)).AssignTo(World.Rep3.UserId);
            (await db.Opportunities.SingleAsync(row => row.Id == opportunity.Id)).AssignTo(World.Rep3.UserId);
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        Assert.False((await UndoAsync(act, World.Manager)).IsDone);
        Assert.Equal(1, await _database.Read(db => db.Milestones.CountAsync()));
        Assert.True((await UndoAsync(act, World.Boss)).IsDone);
        Assert.Equal(0, await _database.Read(db => db.Milestones.CountAsync()));
    }

    [Fact]
    public async Task Fields_of_the_admins_own_come_back_too()
    {
        await _database.Read(async db =>
        {
            db.CustomFields.Add(new CustomField { Subject = FieldSubject.Customer, Type = FieldType.Date, Name = "合同到期日", Roles = FieldRoles.All });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,合同到期日", "云启医疗,2024-05-01", "澜图科技,"), actor: World.Admin);
        var before = await _database.ContentAsync();
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,合同到期日", "云启医疗,2025-05-01", "澜图科技,2025-06-01", "青禾食品,2025-07-01"), actor: World.Admin);
        Assert.NotEqual(before, await _database.ContentAsync());

        Assert.True((await UndoAsync(await LatestAsync(), World.Admin)).IsDone);

        Assert.Equal(before.Where(line => !line.StartsWith("Search", StringComparison.Ordinal)), (await _database.ContentAsync()).Where(line => !line.StartsWith("Search", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_an_import_brought_along_stays_for_the_records_that_stay()
    {
        var profile = Importing.Kind("customers", "Industry") with { System = "sf", Columns = new Dictionary<string, string> { ["id"] = "ExternalId", ["name"] = "Name", ["industry"] = "Industry" } };
        await _database.CommitAsync(profile, Importing.Csv("id,name,industry", "A1,新客户第1号,稀土开采", "A2,新客户第2号,稀土开采", "A3,新客户第3号,深海采矿"), actor: World.Admin);
        await RenameShortAsync(await _database.Read(db => db.Customers.Where(row => row.Name == "新客户第2号").Select(row => row.Id).SingleAsync()), World.Admin);

        Assert.True((await UndoAsync(await LatestAsync(), World.Admin)).IsDone);

        Assert.Equal(["新客户第2号"], await _database.Read(db => db.Customers.Select(row => row.Name).ToListAsync()));
        Assert.Equal(["A2"], await _database.Read(db => db.ExternalIds.Select(row => row.Code).ToListAsync()));
        Assert.Equal(["稀土开采"], await _database.Read(db => db.Dictionary.Where(word => word.Name == "稀土开采" || word.Name == "深海采矿").Select(word => word.Name).ToListAsync()));
    }

    private Task ImportAsync(int rows, Func<int, string> row)
        => _database.CommitAsync(Importing.Kind("customers", "Industry"), Importing.Csv([Header, .. Enumerable.Range(1, rows).Select(row)]), actor: World.Admin);

    private Task RenameShortAsync(long id, Actor actor) => _database.Read(async db =>
    {
        (await db.Customers.SingleAsync(row => row.Id == id)).ShortName = "改过";
        await db.SaveAsync(actor, CancellationToken.None);
        return 0;
    });

    private async Task<long> LatestAsync(int before = 0)
        => (await _database.With<ActList, Page<ActList.ActRow>>(list => list.ReadAsync(null, World.Admin, CancellationToken.None))).Rows[before].Id;

    private async Task<ActDetails.Card> CardAsync(long act)
        => (await _database.With<ActDetails, ActDetails.Card?>(details => details.FindAsync(act, tries: false, World.Admin, CancellationToken.None)))!;

    private async Task<ActDetails.Trial> TrialAsync(long act)
        => (await _database.With<ActDetails, ActDetails.Card?>(details => details.FindAsync(act, tries: true, World.Admin, CancellationToken.None)))!.Trial!;

    private async Task<int> LeftAsync(long act)
        => (await _database.With<ActList, Page<ActList.ActRow>>(list => list.ReadAsync(null, World.Admin, CancellationToken.None))).Rows.Single(row => row.Id == act).Left;

    private Task<Outcome<int>> UndoAsync(long act, Actor actor) => _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, actor, CancellationToken.None));
}
