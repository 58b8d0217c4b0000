using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Tests.Acts;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.Kinds;

/// <summary>The way of opportunities through the steps, brought along from another system.</summary>
public sealed class StageHistoryTests : IAsyncLifetime
{
    private const string Header = "OpportunityId,StageName,CreatedDate,CreatedById";

    private static readonly string[] History =
    [
        "006A,机会识别,2024-01-02 09:00,王芳", "006A,初步接触,2024-01-04 09:00,", "006A,需求深度挖掘,2024-01-09 09:00,林晓雯",
        "006A,需求深度挖掘,2024-01-10 15:00,林晓雯", "006A,已成交,2024-02-01 16:30,", "006B,初步接触,2024-01-22 10:00,",
        "006B,方案呈现与谈判,2024-02-20 10:00,林晓雯", "006C,成交签约,2024-01-15 10:00,", "006C,已丢单,2024-01-20 10:00,",
    ];

    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _database.Clock.GoTo(2024, 3, 1);
        var brought = await _database.CommitAsync(
            Moved("opportunities", ("Id", "ExternalId"), ("AccountName", "Customer"), ("StageName", "Stage"), ("Amount", "Amount"), ("Created", "IdentifiedOn"), ("CloseDate", "ClosedOn")),
            Importing.Csv("Id,AccountName,StageName,Amount,Created,CloseDate", "006A,甲公司,已成交,100000,2024-01-02,2024-02-01", "006B,乙公司,方案呈现与谈判,5000,2024-01-20,", "006C,丙公司,已丢单,7000,2024-01-10,2024-01-20"), actor: World.Admin);
        Assert.Equal((3, 0, 0, 0), brought.Counts());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_open_opportunity_stays_at_its_step_since_the_import_unless_the_file_says_since_when()
    {
        var report = await _database.CommitAsync(
            Importing.Kind("opportunities", "Customer"),
            Importing.Csv("机会编号,客户名称,当前阶段,识别日期,进入阶段", "K1,甲公司,方案呈现与谈判,2023-04-01,", "K2,甲公司,方案呈现与谈判,2023-04-01,2024-02-10", "K3,甲公司,机会识别,2023-04-01,", "K4,甲公司,方案呈现与谈判,2023-04-01,2024-03-02", "K5,甲公司,方案呈现与谈判,2023-04-01,2023-03-31"), actor: World.Admin);

        Assert.Equal((3, 0, 0, 2), report.Counts());
        Assert.Equal(["进入阶段的日期不能晚于今天", "进入阶段的日期不能早于识别日期"], report.Rows.Where(row => row.Problems.Count > 0).Select(row => row.Problems.Single().ReasonText.ToString()));
        var (now, said, first) = (await ByNumberAsync("K1"), await ByNumberAsync("K2"), await ByNumberAsync("K3"));
        Assert.Equal(_database.Clock.Now.UtcDateTime, now.StageEnteredAt);
        Assert.Equal(new DateTime(2024, 2, 9, 16, 0, 0, DateTimeKind.Utc), said.StageEnteredAt);
        Assert.Equal(new DateTime(2023, 3, 31, 16, 0, 0, DateTimeKind.Utc), first.StageEnteredAt);
        Assert.All([now, said, first], opportunity => Assert.Equal(new DateOnly(2023, 4, 1), opportunity.IdentifiedOn));

        Task<Opportunity> ByNumberAsync(string number) => _database.Read(db => db.Opportunities.SingleAsync(row => row.Number == number));
    }

    [Fact]
    public async Task Tells_how_long_each_step_took_and_how_far_what_was_lost_had_come()
    {
        var report = await BringAsync(History);

        Assert.Equal((8, 0, 1, 0), report.Counts());
        Assert.Equal(
            [(StageCode.Identified, StageCode.Identified, 0L), (StageCode.Identified, StageCode.FirstContact, 2 * 86_400L), (StageCode.FirstContact, StageCode.NeedsAnalysis, 5 * 86_400L), (StageCode.NeedsAnalysis, StageCode.Won, (23 * 86_400L) + 27_000L)],
            await WayAsync("006A"));
        var (open, lost) = (await OpportunityAsync("006B"), await OpportunityAsync("006C"));
        Assert.Equal((StageCode.Proposal, new DateTime(2024, 2, 20, 2, 0, 0, DateTimeKind.Utc)), (open.Stage, open.StageEnteredAt));
        Assert.Equal((StageCode.Lost, StageCode.Contract, new DateOnly(2024, 1, 20)), (lost.Stage, lost.Reached, lost.ClosedOn));
        var funnel = await _database.With<Funnel, FunnelSheet>(use => use.ReadAsync(Period.OfQuarter(2024, 1), World.Admin, CancellationToken.None));
        Assert.Equal([3L, 3L, 3L, 3L, 2L], funnel.Steps.Select(step => step.Reached));
        Assert.Equal(17m, decimal.Round(funnel.Steps[1].Days!.Value));
        Assert.Empty(await _database.With<DatabaseUpkeep, IReadOnlyList<string>>(use => use.CheckFiguresAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task The_same_file_twice_and_its_rows_in_any_order_come_to_the_same()
    {
        await BringAsync([.. History.Reverse()]);
        var before = await _database.ContentAsync();
        var again = await BringAsync(History);

        Assert.Equal((0, 0, 9, 0), again.Counts());
        Assert.Equal(before, await _database.ContentAsync());
        Assert.Equal(4, (await WayAsync("006A")).Count);
    }

    [Theory]
    [InlineData("006X,初步接触,2024-01-03 09:00,", "没有外部编号为“006X”的记录，请先导入它")]
    [InlineData("006A,初步接触,2024-01-09 09:00,", "系统里这个商机在同一时刻进入了“需求深度挖掘”")]
    [InlineData("006B,已成交,2024-02-25 10:00,", "商机 006B 还没有关闭，历史不能止于“已成交”，请先导入商机")]
    [InlineData("006A,已丢单,2024-02-25 10:00,", "商机 006A 已于 2024年2月1日 关闭（已成交），历史不能止于“已丢单”")]
    [InlineData("006B,初步接触,2024-03-05 10:00,", "进入时间不能晚于现在")]
    public async Task Refuses_what_contradicts(string row, string reason)
    {
        await BringAsync(History);
        Assert.Equal(reason, (await BringAsync(row)).Reason());
    }

    [Theory]
    [InlineData("OpportunityExternalId", "没有外部编号为“006A”的记录，请先导入它")]
    [InlineData("Opportunity", "没有编号为“006A”的商机，请先导入商机")]
    public async Task Whoever_does_not_work_on_an_opportunity_does_not_learn_that_there_is_one(string field, string reason)
    {
        var profile = Moved("stages", ("OpportunityId", field), ("StageName", "Stage"), ("CreatedDate", "At"));
        foreach (var number in (string[])["006A", "006X"])
        {
            var report = await _database.CommitAsync(profile, Importing.Csv(Header, $"{number},初步接触,2024-01-03 09:00,"), actor: World.Rep3);
            Assert.Equal(reason.Replace("006A", number, StringComparison.Ordinal), report.Reason());
        }
    }

    [Fact]
    public async Task Two_steps_at_one_moment_of_one_file_are_refused()
        => Assert.Equal("与第 2 行是同一时刻，阶段却不同", (await BringAsync("006B,初步接触,2024-01-22 10:00,", "006B,需求深度挖掘,2024-01-22 10:00,")).Reason());

    [Fact]
    public async Task Is_undone_as_a_whole()
    {
        var before = await _database.ContentAsync();
        Assert.Equal(0, (await BringAsync(History)).Refused);
        var act = await _database.Read(db => db.Acts.OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync());

        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Admin, CancellationToken.None))).IsDone);

        Assert.Equal(before.Select(WithoutId).Order(), (await _database.ContentAsync()).Select(WithoutId).Order());

        // What is added again gets a new id.
        static string WithoutId(string line) => line.StartsWith("StageChanges:", StringComparison.Ordinal) ? Regex.Replace(line, "; Id=[0-9]+", "") : line;
    }

    private static MappingProfile Moved(string kind, params (string Column, string Field)[] columns)
        => new() { Kind = kind, System = "other", Columns = columns.ToDictionary(pair => pair.Column, pair => pair.Field), Create = ["Customer"] };

    private Task<ImportReport> BringAsync(params string[] rows) => _database.CommitAsync(
        Moved("stages", ("OpportunityId", "OpportunityExternalId"), ("StageName", "Stage"), ("CreatedDate", "At"), ("CreatedById", "By")), Importing.Csv([Header, .. rows]), actor: World.Admin);

    private Task<Opportunity> OpportunityAsync(string number) => _database.Read(db => db.Opportunities.AsNoTracking().SingleAsync(row => row.Number == number));

    private Task<List<(StageCode, StageCode, long)>> WayAsync(string number) => _database.Read(async db =>
        (await db.StageChanges.Where(change => db.Opportunities.Any(row => row.Id == change.OpportunityId && row.Number == number)).OrderBy(change => change.At).ToListAsync())
            .ConvertAll(change => (change.From, change.To, change.SecondsSpent)));
}
