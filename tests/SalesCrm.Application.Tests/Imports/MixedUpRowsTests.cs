using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Tests.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>Downloaded rows that look like each other, were copied, or were edited in what tells them apart.</summary>
public sealed class MixedUpRowsTests : IAsyncLifetime
{
    private static readonly DateTime Morning = new(2024, 3, 1, 1, 0, 0, DateTimeKind.Utc);

    private TestDatabase _database = null!;
    private DownloadedList _list = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _list = new DownloadedList(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_leads_of_one_person_the_edited_one_is_written(bool asText)
    {
        await HasLeadsAsync(("甲公司", "张三", "13800138000", "早上的需求"), ("甲公司", "张三", "13800138000", "下午的需求"));
        await _list.DownloadAsync("leads");

        Assert.Equal((0, 0, 2, 0), (await _list.UploadAsync(asText, "x", "x")).Counts());
        Assert.Equal(["下午的需求", "早上的需求"], await NeedsAsync());

        Assert.Equal((0, 1, 1, 0), (await _list.UploadAsync(asText, "下午的需求", "改过的需求")).Counts());
        Assert.Equal(["改过的需求", "早上的需求"], await NeedsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_calls_on_one_day_the_edited_one_is_written(bool asText)
    {
        var customer = await _database.CustomerOfAsync("甲公司");
        await _database.RecordedAsync(Log.Call(customer, Morning, "早上的反馈"));
        await _database.RecordedAsync(Log.Call(customer, Morning.AddHours(5), "下午的反馈"));
        await _list.DownloadAsync("visits");

        Assert.Equal((0, 0, 2, 0), (await _list.UploadAsync(asText, "x", "x")).Counts());
        Assert.Equal((0, 1, 1, 0), (await _list.UploadAsync(asText, "下午的反馈", "改过的反馈")).Counts());
        Assert.Equal(["改过的反馈", "早上的反馈"], await _database.Read(db => db.Visits.Select(visit => visit.Feedback).Order().ToListAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_number_that_was_copied_from_another_row_writes_on_nobody(bool asText)
    {
        Assert.Equal(2, (await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户编号,客户名称,省份,城市,需求描述", "KH-01,甲公司,江苏,无锡,一号需求", "KH-02,乙公司,江苏,苏州,二号需求"), actor: World.Admin)).Created);
        await _list.DownloadAsync("customers");

        var report = await _list.UploadAsync(asText, "KH-01", "KH-02");

        Assert.Equal((0, 0, 1, 1), report.Counts());
        Assert.Equal("编号不能在文件里改；要新建记录，请把这一行抄到一个新文件里", report.Reason());
        Assert.Equal(["KH-01 甲公司 一号需求", "KH-02 乙公司 二号需求"], await _database.Read(db => db.Customers.OrderBy(row => row.Number).Select(row => row.Number + " " + row.Name + " " + row.Need).ToListAsync()));
    }

    [Theory]
    [InlineData("13800138000", "13900139000")]
    [InlineData("张三", "张三丰")]
    [InlineData("甲公司", "甲公司新名")]
    public async Task A_lead_keeps_being_that_lead_when_what_tells_him_apart_is_corrected(string old, string mine)
    {
        foreach (var asText in new[] { true, false })
        {
            await HasLeadsAsync(("甲公司", "张三", "13800138000", "需求"), ("乙公司", "李四", "13700137000", "别的需求"));
            await _list.DownloadAsync("leads");

            Assert.Equal((0, 1, 1, 0), (await _list.UploadAsync(asText, old, mine)).Counts());
            Assert.Equal(1, await _database.Read(db => db.Leads.CountAsync(lead => lead.Company == mine || lead.Person == mine || lead.Phone == mine)));
            Assert.Equal(2, await _database.Read(db => db.Leads.CountAsync()));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_keeps_being_that_call_when_its_day_is_corrected(bool asText)
    {
        var customer = await _database.CustomerOfAsync("甲公司");
        await _database.RecordedAsync(Log.Call(customer, Morning, "反馈"));
        await _list.DownloadAsync("visits");

        if (!asText)
        {
            _list.Set("回访日期", "2024-02-28 10:30");
        }

        Assert.Equal((0, 1, 0, 0), (await (asText ? _list.UploadAsync(true, "2024-03-01 01:00", "2024-02-28 10:30") : _list.WriteAsync())).Counts());
        Assert.Equal(new DateTime(2024, 2, 28, 2, 30, 0, DateTimeKind.Utc), (await _database.Read(db => db.Visits.SingleAsync())).At);
        Assert.Equal(new DateOnly(2024, 2, 28), (await _database.Read(db => db.Visits.SingleAsync())).On);
    }

    [Fact]
    public async Task A_call_is_not_moved_to_another_customer()
    {
        await _database.CustomerOfAsync("乙公司");
        await _database.RecordedAsync(Log.Call(await _database.CustomerOfAsync("甲公司"), Morning, "反馈"));
        await _list.DownloadAsync("visits");

        Assert.Equal("跟进不能改到另一家客户名下", (await _list.UploadAsync(true, "甲公司", "乙公司")).Reason());
        Assert.Equal(1, await _database.Read(db => db.Visits.CountAsync()));
    }

    [Fact]
    public async Task A_copied_row_is_refused_while_it_says_who_is_meant_already_and_is_a_new_record_when_it_says_another()
    {
        await HasLeadsAsync(("甲公司", "张三", "13800138000", "需求"));
        await _list.DownloadAsync("leads");
        var row = _list.Text.TrimEnd().Split("\r\n")[^1];
        _list.Text = _list.Text.TrimEnd() + "\r\n" + row.Replace("需求", "抄来的需求", StringComparison.Ordinal);

        Assert.Equal("与第 2 行指的是同一条记录，请只留一行", (await _list.UploadAsync(true, "x", "x")).Reason());
        Assert.Equal((1, 0, 1, 0), (await _list.UploadAsync(true, row.Replace("需求", "抄来的需求", StringComparison.Ordinal), row.Replace("张三", "王五", StringComparison.Ordinal))).Counts());
        Assert.Equal(["张三", "王五"], await _database.Read(db => db.Leads.OrderBy(lead => lead.Id).Select(lead => lead.Person).ToListAsync()));
    }

    [Fact]
    public async Task An_edited_cell_that_imports_do_not_write_is_named()
    {
        await HasLeadsAsync(("甲公司", "张三", "13800138000", "需求"));
        await _list.DownloadAsync("leads");

        var report = await _list.UploadAsync(true, "2024-03-02", "2024-01-05");

        Assert.Equal((0, 0, 1, 0), report.Counts());
        Assert.Contains(report.Rows.Single().NoteTexts, note => note.ToString().Contains("创建日期", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_made_up_stamp_finds_out_nothing_of_a_confidential_customer()
    {
        var hidden = await _database.HasCustomerAsync("机密客户", World.Rep2);
        await _database.Read(async db =>
        {
            (await db.Customers.FindAsync(hidden))!.Close("客户要求", db.Now);
            await db.SaveAsync(World.Rep2, CancellationToken.None);
            return 0;
        });
        await _database.HasCustomerAsync("甲公司", World.Rep);
        await _list.DownloadAsync("customers", World.Rep);

        async Task<string> Guess(string name)
        {
            var stamp = new Application.Imports.Downloads.RowStamp($"{hidden}.{Guid.Empty:N}", new Dictionary<string, string> { ["客户名称"] = name });
            var report = await _database.CheckAsync(new MappingProfile { Kind = "customers" }, Importing.Csv("客户名称,备注,记录版本（请勿改动）", $"{name},试试,{stamp}"), actor: World.Rep);
            return string.Join('|', report.Rows.Select(row => $"{row.Outcome} {string.Join('、', row.Problems.Select(problem => problem.ReasonText.ToString()))}"));
        }

        Assert.Equal(await Guess("没有的客户"), await Guess("机密客户"));
    }

    private Task<int> HasLeadsAsync(params (string Company, string Person, string Phone, string Need)[] leads) => _database.Read(async db =>
    {
        db.Leads.RemoveRange(await db.Leads.ToListAsync());
        foreach (var (company, person, phone, need) in leads)
        {
            db.Leads.Add(new Lead { Company = company, CompanyKey = Application.Imports.References.CustomerBook.KeyOf(company), Person = person, Phone = phone, PhoneKey = phone, Need = need, City = "无锡", Province = "江苏", Campaign = "展会", OwnerId = World.Rep.UserId, CreatedOn = new DateOnly(2024, 3, 2), CreatedAt = Morning });
        }

        await db.SaveAsync(World.Admin, CancellationToken.None);
        return leads.Length;
    });

    private Task<List<string?>> NeedsAsync() => _database.Read(db => db.Leads.Select(lead => lead.Need).Order().ToListAsync());
}
