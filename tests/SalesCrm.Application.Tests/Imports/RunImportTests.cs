using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

public sealed class RunImportTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A02_A_second_contact_does_not_overwrite_the_first()
    {
        const string Header = "客户名称,联系人信息(姓名/职位/电话/邮箱)";
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv(Header, "澜图科技,张三/采购经理/13800005678/zhangsan@x.com"));
        var report = await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv(Header, "瀾圖科技有限公司,李四/总监/13900001111/li@x.com"));

        Assert.Equal((0, 1, 0, 0), report.Counts());
        var contacts = await _database.Read(db => db.Contacts.OrderBy(contact => contact.Id).ToListAsync());
        Assert.Equal(["张三", "李四"], contacts.Select(contact => contact.Name));
        Assert.Equal(("采购经理", "13800005678", "zhangsan@x.com", true), (contacts[0].Title, contacts[0].Mobile, contacts[0].Email, contacts[0].IsPrimary));
    }

    [Fact]
    public async Task L06_One_bad_row_of_a_hundred_comes_back_marked_and_99_are_saved()
    {
        var lines = Enumerable.Range(1, 100).Select(number => $"客户第{number}号,{(number == 24 ? "2024/13/05" : "2024-03-05")}").Prepend("客户名称,首次接触时间").ToArray();
        var content = Importing.Csv(lines);

        var report = await _database.CommitAsync(Importing.Kind("customers"), content);

        Assert.Equal((99, 0, 0, 1), report.Counts());
        Assert.Equal(99, await _database.Read(db => db.Customers.CountAsync()));
        var table = RefusedRows.TableOf(content, "导入.csv", null, "customers", report);
        using var stream = new MemoryStream(await Importing.Workbook(table));
        using var file = TableFile.Open(stream, "错误行.xlsx");
        var rows = file.FirstVisible.Rows().ToList();
        Assert.Equal(["客户名称", "首次接触时间", "错误说明"], rows[0].Cells.Select(cell => cell.Raw));
        Assert.Equal(["客户第24号", "2024/13/05", "首次接触时间：没有 2024 年 13 月 5 日这一天"], Assert.Single(rows[1..]).Cells.Select(cell => cell.Raw));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await Importing.Workbook(table)));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("r=\"B2\" s=\"11\"", await sheet.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_contact_of_tomorrow_is_refused()
    {
        var report = await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,首次接触时间", "甲,2024-03-05", "乙,2099-01-01"));

        Assert.Equal((1, 0, 0, 1), report.Counts());
        Assert.Equal("甲", await _database.Read(db => db.Customers.Select(row => row.Name).SingleAsync()));
    }

    [Fact]
    public async Task All_or_nothing_writes_nothing_when_one_row_is_wrong()
    {
        var report = await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,预算", "甲,5万", "乙,-1"), allOrNothing: true);

        Assert.Equal((1, 0, 0, 1), report.Counts());
        Assert.Equal(0, await _database.Read(db => db.Customers.CountAsync()));
        Assert.Equal(0, await _database.Read(db => db.AuditEntries.CountAsync(entry => entry.Act == AuditAct.Imported)));
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_writes_nothing()
    {
        var content = Importing.Csv("客户名称,所属行业,跟进人,需求描述,客户等级", "甲公司,软件,新人,要20套,A级", "甲公司,,,,", "乙公司,,林晓雯,,B级", "丙公司,没有的,,,Z级");
        var profile = Importing.Kind("customers", "Owner");
        var before = await _database.Read(db => db.AuditEntries.CountAsync());

        var tried = await _database.CheckAsync(profile, content);
        Assert.Equal(before, await _database.Read(db => db.AuditEntries.CountAsync()));
        Assert.Equal(0, await _database.Read(db => db.Customers.CountAsync()));
        var written = await _database.CommitAsync(profile, content);

        Assert.Equal(tried.Counts(), written.Counts());
        Assert.Equal((2, 0, 1, 1), (written.Created, written.Updated, written.Unchanged, written.Refused));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var content = Importing.Csv("客户名称,联系人,电话,跟进人,下次跟进计划,客户等级,备注", "甲公司,张三,010-8888 8888 转 123,林晓雯,4月3日 回访,B级,=1+1", "乙公司,,13800138000,,,,@SUM(A1)");
        Assert.Equal((2, 0, 0, 0), (await _database.CommitAsync(Importing.Kind("customers"), content)).Counts());
        var entries = await _database.Read(db => db.AuditEntries.CountAsync());

        Assert.Equal((0, 0, 2, 0), (await _database.CommitAsync(Importing.Kind("customers"), content)).Counts());
        Assert.Equal(entries + 1, await _database.Read(db => db.AuditEntries.CountAsync()));
        Assert.Equal("=1+1", await _database.Read(db => db.Customers.Where(customer => customer.Name == "甲公司").Select(customer => customer.Remark).SingleAsync()));
    }

    [Theory]
    [InlineData("客户名称,跟进人\n甲,孙佳禾", "没有这个用户：没有“孙佳禾”，最接近的是“孙嘉禾”")]
    [InlineData("客户名称,所属行业\n甲,火星业", "没有“火星业”，请先建立或检查写法")]
    [InlineData("客户名称,预算\n甲,12.345", "金额最多两位小数")]
    [InlineData("客户名称,企业规模\n甲,很大", "看不懂企业规模“很大”，请写人数或：<50 人、50–200 人、200–1000 人、>1000 人")]
    [InlineData("客户名称,网址\n甲,javascript:alert(1)", "网址不正确，例如 www.example.com")]
    [InlineData("客户名称,备注\n,没有名称", "客户名称必须填写")]
    public async Task Names_field_row_and_reason(string csv, string reason)
        => Assert.Equal(reason, (await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv(csv.Split('\n')))).Reason());

    [Fact]
    public async Task A_report_quotes_no_more_of_a_cell_than_a_person_reads()
    {
        var word = new string('长', 10_000);
        foreach (var (kind, header, row) in new[] { ("customers", "客户名称,所属行业", "甲," + word), ("customers", "客户名称,客户等级", "甲," + word), ("customers", "客户名称", word), ("leads", "公司,状态", "甲," + word) })
        {
            var report = await _database.CheckAsync(Importing.Kind(kind), Importing.Csv(header, row));
            Assert.Equal((0, 0, 0, 1), report.Counts());
            Assert.InRange(StoredReport.Write(report).Length, 100, 1_500);
        }
    }

    [Fact]
    public async Task Days_that_a_row_changes_are_said_in_the_readers_words()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,首次接触时间", "甲公司,2023-11-20"));

        var report = StoredReport.Read(StoredReport.Write(await _database.CheckAsync(Importing.Kind("customers"), Importing.Csv("客户名称,首次接触时间", "甲公司,2023-12-05"))))!;
        var change = Assert.Single(Assert.Single(report.Rows).Changes);

        Assert.Equal(("2023年11月20日", "2023年12月5日"), (change.BeforeText.ToString(), change.NowText.ToString()));
        Assert.Equal("5 Dec 2023", Translations.English.Say(change.NowText));
    }

    [Theory]
    [InlineData("""{ "kind": "planets" }""", "没有“planets”这种导入")]
    [InlineData("""{ "kind": "customers", "columns": { "客户名称": "Nam" } }""", "不认识字段“Nam”")]
    [InlineData("""{ "kind": "customers", "columns": { "名": "Name" } }""", "文件里没有“名”这一列")]
    [InlineData("""{ "kind": "customers", "columns": { "备注": "Remark" } }""", "缺少必填的列“客户名称”")]
    [InlineData("""{ "kind": "customers", "colums": {} }""", "不认识“colums”，这里可以写 kind")]
    public async Task Refuses_a_profile_that_does_not_fit(string json, string reason)
    {
        var refused = await Assert.ThrowsAsync<MappingRefusedException>(() => _database.CommitAsync(MappingProfile.Parse(json), Importing.Csv("客户名称,备注", "甲,乙")));
        Assert.Contains(reason, refused.Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rep_writes_only_what_is_his()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,跟进人", "别人的公司,陈思远"));
        var content = Importing.Csv("客户名称,跟进人,备注", "别人的公司,林晓雯,改一下", "我的公司,,新的", "送出去,陈思远,", "升级,,");

        var report = await _database.CommitAsync(Importing.Kind("customers", "Owner", "Industry"), content, actor: World.Rep);

        Assert.Equal((2, 0, 0, 2), report.Counts());
        Assert.Equal([World.Rep.UserId, World.Rep.UserId], await _database.Read(db => db.Customers.Where(customer => customer.OwnerId == World.Rep.UserId).Select(customer => customer.OwnerId!.Value).ToListAsync()));
        Assert.Contains(report.Rows, row => row.Problems.Any(problem => problem.ReasonText.ToString() == "这家客户已在系统中，由他人跟进，请联系陈思远"));
        Assert.Contains(report.Rows, row => row.Problems.Any(problem => problem.ReasonText.ToString() == "只能写自己或所管团队的人"));
        await Assert.ThrowsAsync<MappingRefusedException>(() => _database.CommitAsync(Importing.Kind("users"), Importing.Csv("姓名", "新人"), actor: World.Rep));
    }

    [Fact]
    public async Task A_rep_does_not_give_grades_by_a_file()
    {
        var content = Importing.Csv("客户名称,客户等级", "甲公司,A级", "乙公司,D级");
        Assert.Equal((1, 0, 0, 1), (await _database.CommitAsync(Importing.Kind("customers"), content, actor: World.Rep)).Counts());

        Assert.Equal((1, 0, 1, 0), (await _database.CommitAsync(Importing.Kind("customers"), content, actor: World.Manager)).Counts());
        Assert.Equal((Grade.A, Grade.D), await _database.Read(async db => await db.Customers.Where(c => c.Name == "甲公司").Select(c => ValueTuple.Create(c.Grade, c.CalculatedGrade)).SingleAsync()));
    }

    [Fact]
    public async Task Won_brings_its_deal_and_history_keeps_known_dates_only()
    {
        var content = Importing.Csv("机会编号,客户名称,当前阶段,负责人,识别日期,关闭日期,金额", "A1,甲公司,已成交,林晓雯,2024-01-02,2024-02-03,1000", "A2,甲公司,已丢单,林晓雯,2024-01-05,2024-02-06,0", "A3,甲公司,方案对比,周启航,,,500");
        Assert.Equal((3, 0, 0, 0), (await _database.CommitAsync(Importing.Kind("opportunities", "Customer"), content)).Counts());

        var deal = await _database.Read(db => db.Deals.Include(d => d.Customer).SingleAsync());
        Assert.Equal(("A1", new DateOnly(2024, 2, 3), 1000m, 1, 32), (deal.Number, deal.On, deal.Amount, deal.Ordinal, deal.SalesDays!.Value));
        Assert.Equal((1000m, 1, 1), (deal.Customer!.AnnualAmount, deal.Customer.DealCount, deal.Customer.OpenOpportunityCount));
        Assert.Equal(Application.Customers.NeedStage.Won, deal.Customer.NeedStage);
        var changes = await _database.Read(db => db.StageChanges.OrderBy(change => change.At).ToListAsync());
        Assert.Equal([(StageCode.FirstContact, StageCode.Won), (StageCode.FirstContact, StageCode.Lost)], changes.Select(change => (change.From, change.To)));
        var third = await _database.Read(db => db.Opportunities.SingleAsync(row => row.Number == "A3"));
        Assert.Equal((StageCode.Proposal, "方案对比", null, StageCode.Proposal), (third.Stage, third.StageAlias, third.IdentifiedOn, third.Reached));
        Assert.True(await _database.Read(db => db.CustomerMembers.AnyAsync(member => member.UserId == World.Rep2.UserId && member.Access == Application.Customers.MemberAccess.Involved)));
        Assert.Equal((0, 0, 3, 0), (await _database.CommitAsync(Importing.Kind("opportunities", "Customer"), content)).Counts());
    }

    [Fact]
    public async Task A_closed_opportunity_is_not_reopened_by_a_file()
    {
        await _database.CommitAsync(Importing.Kind("opportunities", "Customer"), Importing.Csv("机会编号,客户名称,当前阶段,关闭日期,金额", "A1,甲公司,已成交,2024-02-03,1000"));

        var report = await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,当前阶段", "A1,甲公司,初步接触"));

        Assert.Equal("这个商机已经关闭，阶段不能由导入改动", report.Reason());
    }

    [Fact]
    public async Task Follow_ups_leads_deals_products_and_contacts_come_in_once()
    {
        (string Kind, byte[] File, string[] Create)[] files =
        [
            ("visits", Importing.Csv("回访日期,客户名称,回访方式,回访人,沟通主题,完成时限,下次跟进计划", "2024-03-18,甲公司,电话,林晓雯,产品使用,3月20日,4月5日 回访"), ["Customer"]),
            ("leads", Importing.Csv("公司,联系人,电话,来源,预算评分,需求紧急度,决策权限", "乙公司,李四,13800138000,展会,10,8,7"), []),
            ("deals", Importing.Csv("成交编号,客户名称,成交日期,成交金额(元)", "D1,甲公司,2024-03-20,1.2万"), []),
            ("products", Importing.Csv("产品名称,标价", "GTX Pro,4821"), []),
            ("contacts", Importing.Csv("客户名称,姓名,手机", "甲公司,王五,13900001111"), []),
        ];
        foreach (var (kind, file, create) in files)
        {
            Assert.Equal((kind, (1, 0, 0, 0)), (kind, (await _database.CommitAsync(Importing.Kind(kind, create), file)).Counts()));
            Assert.Equal((kind, (0, 0, 1, 0)), (kind, (await _database.CommitAsync(Importing.Kind(kind, create), file)).Counts()));
        }

        var customer = await _database.Read(db => db.Customers.SingleAsync());
        Assert.Equal((12_000m, World.Rep.UserId), (customer.AnnualAmount, customer.OwnerId!.Value));
        Assert.Equal(new DateTime(2024, 3, 17, 16, 0, 0), customer.LastFollowUpAt);
        Assert.Equal(Application.Leads.LeadStatus.Qualified, await _database.Read(db => db.Leads.Select(lead => lead.Status).SingleAsync()));
        Assert.Equal(new DateOnly(2024, 3, 20), await _database.Read(db => db.Visits.Select(visit => visit.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task Killed_in_the_middle_nothing_is_there()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new MemoryStream(Importing.Csv(Enumerable.Range(1, 1200).Select(number => $"客户第{number}号").Prepend("客户名称").ToArray()));
        using var file = TableFile.Open(stream, "导入.csv");
        var order = new Application.Imports.Running.ImportOrder(file, null, Importing.Kind("customers"), "导入.csv", "");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _database.With<Application.Imports.Running.RunImport, ImportReport>(
            run => run.CommitAsync(order, new(false), Application.Shared.Actor.System, new Stopper(stop), stop.Token)));

        Assert.Equal(0, await _database.Read(db => db.Customers.CountAsync()));
        Assert.Equal(0, await _database.Read(db => db.SearchGrams.CountAsync(gram => gram.Kind == Application.Search.SearchKind.Customer)));
        Assert.Equal((1200, 0, 0, 0), (await _database.CommitAsync(Importing.Kind("customers"), stream.ToArray())).Counts());
    }

    [SharedFileTheory]
    [InlineData("poi__poc-xmlbomb.xlsx")]
    [InlineData("poi__fuzz-6594557414080512.xlsx")]
    [InlineData("exceldatareader__agile_AES256_SHA512_CBC_pwd_password.xlsx")]
    [InlineData("excelize__BadWorkbook.xlsx")]
    [InlineData("miniexcel__TestIssue227.xlsm")]
    public async Task A_bad_file_is_refused_with_words_and_nothing_is_kept(string name)
    {
        var outcome = await _database.With<UploadImport, Application.Shared.Outcome<Guid>>(
            upload => upload.ExecuteAsync(File.ReadAllBytes(SharedFiles.PathOf("xlsx", name)), name, null, null, World.Admin, CancellationToken.None));

        Assert.NotEmpty(Assert.Single(outcome.Problems).Message.ToString());
        Assert.Equal(0, await _database.Read(db => db.Imports.CountAsync()));
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<Application.Imports.Running.ImportProgress>
    {
        public void Report(Application.Imports.Running.ImportProgress value)
        {
            if (value.Done >= 1000)
            {
                stop.Cancel();
            }
        }
    }
}
