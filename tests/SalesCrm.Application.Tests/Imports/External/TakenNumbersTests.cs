using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.External;

/// <summary>Numbers of records which the one who imports may not see: for him they were never given.</summary>
public sealed class TakenNumbersTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _own;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.HasCustomerAsync("自己的客户", World.Rep);
        await _database.HasCustomerAsync("别人的客户", World.Rep3);
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户编号,客户名称,跟进人", "1,远方的客户,陈思远"));
        await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,机会名称", "1,别人的客户,暗线项目"));
        await _database.CommitAsync(Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "1,别人的客户,2024-02-01,900"));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public static TheoryData<string, string, string> Sheets => new()
    {
        { "customers", "客户编号,客户名称,备注", "{0},我的新客户,试" },
        { "opportunities", "机会编号,客户名称,机会名称", "{0},自己的客户,我的项目" },
        { "opportunities", "机会编号,客户名称,机会名称,当前阶段,关闭日期,金额", "{0},自己的客户,我的项目,已成交,2024-03-01,700" },
        { "deals", "成交编号,客户名称,成交日期,成交金额(元)", "{0},自己的客户,2024-03-01,800" },
    };

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task A_dry_run_says_of_a_number_that_somebody_else_has_what_it_says_of_a_free_one(string kind, string header, string row)
    {
        var taken = await TryAsync(kind, header, [string.Format(null, row, "1"), string.Format(null, row, "1")]);
        var free = await TryAsync(kind, header, [string.Format(null, row, "9"), string.Format(null, row, "9")]);

        Assert.Equal((1, 0, 0, 1), taken.Counts());
        Assert.Equal(StoredReport.Write(free).Replace("\"9\"", "\"1\"", StringComparison.Ordinal), StoredReport.Write(taken));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task The_new_record_gets_a_number_of_its_own_and_the_same_sheet_finds_it_again(string kind, string header, string row)
    {
        var actor = kind == "deals" ? World.Manager : World.Rep;
        var (first, again) = (Importing.Csv(header, string.Format(null, row, "1")), Importing.Csv(header, string.Format(null, row, "1").Replace("我的新客户", "我的客户", StringComparison.Ordinal).Replace("我的项目", "改名的项目", StringComparison.Ordinal)));

        var report = await _database.CommitAsync(Importing.Kind(kind), first, actor: actor);
        Assert.Equal((1, 0, 0, 0), report.Counts());
        Assert.StartsWith("编号 1 不能使用，系统另给了 ", Assert.Single(Assert.Single(report.Rows).NoteTexts, note => note.ToString().StartsWith("编号", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);
        Assert.Equal((0, 0, 1, 0), (await _database.CommitAsync(Importing.Kind(kind), first, actor: actor)).Counts());
        Assert.Equal(kind == "deals" ? (0, 0, 1, 0) : (0, 1, 0, 0), (await _database.CommitAsync(Importing.Kind(kind), again, actor: actor)).Counts());
        Assert.Equal(("远方的客户", "暗线项目", 900m), await _database.Read(async db => (
            await db.Customers.Where(customer => customer.Number == "1").Select(customer => customer.Name).SingleAsync(),
            await db.Opportunities.Where(opportunity => opportunity.Number == "1").Select(opportunity => opportunity.Name).SingleAsync(),
            await db.Deals.Where(deal => deal.Number == "1").Select(deal => deal.Amount).SingleAsync())));
    }

    [Fact]
    public async Task An_id_of_another_system_that_is_a_foreign_records_number_tells_nothing_either()
    {
        var profile = Importing.Kind("opportunities") with { System = "sf", Columns = new Dictionary<string, string> { ["id"] = "ExternalId", ["cust"] = "Customer", ["name"] = "Name" } };

        Assert.Equal((1, 0, 0, 0), (await _database.CommitAsync(profile, Importing.Csv("id,cust,name", "1,自己的客户,我的项目"), actor: World.Rep)).Counts());
        Assert.Equal((0, 0, 1, 0), (await _database.CommitAsync(profile, Importing.Csv("id,cust,name", "1,自己的客户,我的项目"), actor: World.Rep)).Counts());
        Assert.Equal(1, await _database.Read(db => db.Opportunities.CountAsync(opportunity => opportunity.CustomerId == _own)));
    }

    [Fact]
    public async Task A_deal_does_not_take_the_number_of_an_opportunity_that_the_importer_does_not_see()
    {
        var foreign = await _database.HasOpportunityAsync(await _database.HasCustomerAsync("远山物流", World.Rep3), World.Rep3);
        var number = await _database.Read(db => db.Opportunities.Where(row => row.Id == foreign).Select(row => row.Number).SingleAsync());

        var report = await _database.CommitAsync(Importing.Kind("deals"), Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", $"{number},自己的客户,2024-03-01,800"), actor: World.Manager);

        Assert.Equal((1, 0, 0, 0), report.Counts());
        Assert.False(await _database.Read(db => db.Deals.AnyAsync(deal => deal.Number == number)));
    }

    [Fact]
    public async Task Undone_the_import_leaves_nothing_of_the_number()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户编号,客户名称", "1,我的新客户"), actor: World.Rep);
        Assert.Equal(ExternalSubject.CustomerNumber, await _database.Read(db => db.ExternalIds.Select(external => external.Subject).SingleAsync()));

        var act = await _database.Read(db => db.Acts.OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync());
        Assert.True((await _database.With<UndoAct, Outcome<int>>(undo => undo.ExecuteAsync(act, World.Rep, CancellationToken.None))).IsDone);

        Assert.Equal((0, 0), await _database.Read(async db => (await db.ExternalIds.CountAsync(), await db.Customers.CountAsync(customer => customer.Name == "我的新客户"))));
    }

    private Task<ImportReport> TryAsync(string kind, string header, string[] rows) => _database.CheckAsync(Importing.Kind(kind), Importing.Csv([header, .. rows]), actor: kind == "deals" ? World.Manager : World.Rep);
}
