using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Opportunities.Milestones;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Fields;
using SalesCrm.Application.Tests.Opportunities;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>Cells of a downloaded list that other records than the row's own hold: their changes do not move the version of the row's record.</summary>
public sealed class CellsOfOtherRecordsTests : IAsyncLifetime
{
    private const string Offer = "竞品A报价低10%";

    private TestDatabase _database = null!;
    private DownloadedList _list = null!;
    private long _customer;
    private long _opportunity;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _list = new DownloadedList(_database);
        _customer = await _database.HasCustomerAsync("甲", World.Rep);
        Assert.Equal(1, (await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,当前阶段,负责人,识别日期,关键节点,竞争情况", $"M1,甲,需求确认,林晓雯,2024-03-01,3月25日提交方案,{Offer}"), actor: World.Admin)).Created);
        _opportunity = await _database.Read(db => db.Opportunities.Select(row => row.Id).SingleAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_milestone_that_was_moved_meanwhile_does_not_come_back_with_another_cell()
    {
        await _list.DownloadAsync(Templates.Opportunities);
        await MoveMilestoneAsync();
        _list.Set("风险评估", "高");

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal(["2024-03-30"], await MilestonesAsync());
    }

    [Fact]
    public async Task Milestones_that_were_edited_in_the_file_and_moved_here_are_in_conflict()
    {
        await _list.DownloadAsync(Templates.Opportunities);
        await MoveMilestoneAsync();
        _list.Set("关键节点", "3月25日提交方案；4月20日签约");

        var clash = (await _list.TryAsync()).Rows.Single().Problems.Single().Clash;

        await _list.DownloadAsync(Templates.Opportunities);
        Assert.Equal(new Clash("3月25日提交方案", _list.CellOf("关键节点")), clash);
        Assert.Contains("30日提交方案", clash!.Now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Milestones_that_were_added_in_the_file_and_here_stand_beside_each_other()
    {
        await _list.DownloadAsync(Templates.Opportunities);
        Assert.True((await _database.With<SaveMilestone, Outcome>(save => save.ExecuteAsync(_opportunity, new() { On = new(2024, 4, 10), Text = "试用", OperationId = Guid.NewGuid() }, World.Rep, CancellationToken.None))).IsDone);
        _list.Set("关键节点", "3月25日提交方案；4月20日签约");

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal(["2024-03-25", "2024-04-10", "2024-04-20"], await MilestonesAsync());
    }

    [Fact]
    public async Task A_summary_that_was_drawn_from_the_log_does_not_become_a_written_one_with_another_cell()
    {
        await _database.HasVisitAsync(_customer, _opportunity, World.Rep, "旧反馈");
        await _list.DownloadAsync(Templates.Opportunities);
        await _database.HasVisitAsync(_customer, _opportunity, World.Rep, "新反馈");
        _list.Set("风险评估", "高");

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Null(await _database.Read(db => db.Opportunities.Select(row => row.Summary).SingleAsync()));
    }

    [Fact]
    public async Task A_summary_that_was_edited_in_the_file_while_the_log_went_on_is_in_conflict()
    {
        await _database.HasVisitAsync(_customer, _opportunity, World.Rep, "旧反馈");
        await _list.DownloadAsync(Templates.Opportunities);
        await _database.HasVisitAsync(_customer, _opportunity, World.Rep, "新反馈");
        _list.Set("沟通记录摘要", "我的");

        Assert.Equal(new Clash("4月1日电话：旧反馈", "4月1日电话：新反馈；4月1日电话：旧反馈"), (await _list.TryAsync()).Rows.Single().Problems.Single().Clash);
        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync(ConflictChoice.Mine)).Counts());
        Assert.Equal("我的", await _database.Read(db => db.Opportunities.Select(row => row.Summary).SingleAsync()));
    }

    [Theory]
    [InlineData("风险评估", "高")]
    [InlineData("竞争情况", Offer + "，还在观望")]
    public async Task A_rival_who_was_removed_meanwhile_does_not_come_back(string column, string mine)
    {
        await _list.DownloadAsync(Templates.Opportunities);
        var rival = await _database.Read(db => db.Rivals.Select(row => row.Id).SingleAsync());
        Assert.True((await _database.With<RemoveRival, Outcome>(remove => remove.ExecuteAsync(_opportunity, rival, World.Rep, CancellationToken.None))).IsDone);
        _list.Set(column, mine);

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Empty(await RivalsAsync());
    }

    [Theory]
    [InlineData(-15, -15)]
    [InlineData(null, null)]
    public async Task What_was_changed_of_a_rival_meanwhile_stays(int? gap, int? expected)
    {
        await _list.DownloadAsync(Templates.Opportunities);
        await _database.Read(async db =>
        {
            (await db.Rivals.SingleAsync()).PriceGap = gap;
            await db.SaveAsync(World.Rep, CancellationToken.None);
            return 0;
        });
        _list.Set("竞争情况", Offer + "，还在观望");

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal([expected], await RivalsAsync());
    }

    [Fact]
    public async Task A_rival_and_a_figure_that_the_file_adds_are_noted()
    {
        await _list.DownloadAsync(Templates.Opportunities);
        _list.Set("竞争情况", Offer + "，竞品B报价低5%");

        Assert.Equal((0, 1, 0, 0), (await _list.WriteAsync()).Counts());
        Assert.Equal([-10, -5], await RivalsAsync());
    }

    [Theory]
    [InlineData("customers", "客户名称", "乙")]
    [InlineData("leads", "公司", "乙")]
    [InlineData("opportunities", "机会编号,客户名称,当前阶段", "M2,甲,需求确认")]
    public async Task A_field_of_the_companys_own_that_was_first_filled_meanwhile_is_in_conflict(string kind, string header, string row)
    {
        var subject = kind switch { "customers" => FieldSubject.Customer, "leads" => FieldSubject.Lead, _ => FieldSubject.Opportunity };
        await _database.AddFieldAsync(OwnFieldBook.Of("批号", FieldType.Text), subject);
        await HasAsync("");
        await _list.DownloadAsync(kind);
        await HasAsync("别人的");
        _list.Set("批号", "我的");

        var report = await _list.TryAsync();

        Assert.Contains(report.Rows.SelectMany(line => line.Problems), problem => problem.Clash == new Clash("", "别人的"));

        async Task HasAsync(string cell) => Assert.Equal(0, (await _database.CommitAsync(Importing.Kind(kind), Importing.Csv(header + ",批号", row + "," + cell), actor: World.Admin)).Refused);
    }

    private async Task MoveMilestoneAsync()
    {
        var milestone = await _database.Read(db => db.Milestones.SingleAsync());
        Assert.True((await _database.With<SaveMilestone, Outcome>(save => save.ExecuteAsync(
            _opportunity, new() { Id = milestone.Id, Version = milestone.Version, On = new(2024, 3, 30), Text = "提交方案" }, World.Rep, CancellationToken.None))).IsDone);
    }

    private Task<List<string>> MilestonesAsync() => _database.Read(async db => (await db.Milestones.OrderBy(row => row.On).Select(row => row.On!.Value).ToListAsync()).ConvertAll(on => on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    private Task<List<int?>> RivalsAsync() => _database.Read(db => db.Rivals.OrderBy(row => row.Id).Select(row => row.PriceGap).ToListAsync());
}
