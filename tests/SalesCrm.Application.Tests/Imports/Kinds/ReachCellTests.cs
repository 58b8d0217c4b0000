using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Leads;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.Kinds;

/// <summary>Names, numbers and addresses in one column, and values that are none.</summary>
public sealed class ReachCellTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("–")]
    [InlineData("-")]
    [InlineData("——")]
    [InlineData("/")]
    [InlineData("无")]
    [InlineData("N/A")]
    public async Task L05_A_dash_makes_no_contact(string nothing)
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,客户等级,联系方式", $"客户A,A,{nothing}"));
        Assert.Equal((1, 0), await _database.Read(async db => (await db.Customers.CountAsync(), await db.Contacts.CountAsync())));
    }

    [Fact]
    public async Task L05_A_name_beside_the_number_is_the_contacts()
    {
        var file = Importing.Csv("客户名称,联系方式", "客户A,张三/13800000001", "客户B,李四 13800000002", "客户C,王五：13800000003 w@c.example", "客户D,13800000004/021-61234567", "客户E,d@e.example");
        Assert.Equal((5, 0, 0, 0), (await _database.CommitAsync(Importing.Kind("customers"), file)).Counts());

        Assert.Equal(
            [("张三", "13800000001", null, null), ("李四", "13800000002", null, null), ("王五", "13800000003", null, "w@c.example"), ("", "13800000004", "021-61234567", null), ("", null, null, "d@e.example")],
            await ContactsAsync());
        Assert.Equal((0, 0, 5, 0), (await _database.CommitAsync(Importing.Kind("customers"), file)).Counts());
    }

    [Fact]
    public async Task Two_numbers_in_one_cell_become_mobile_and_phone_and_another_columns_name_goes_before()
    {
        var report = await _database.CommitAsync(Importing.Kind("contacts", "Customer"), Importing.Csv("客户名称,姓名,电话", "甲公司,赵伟,13800138000 021-61234567", "甲公司,钱多,李四 13900001111"));
        Assert.Equal((2, 0, 0, 0), report.Counts());
        Assert.Equal([("赵伟", "13800138000", "021-61234567", null), ("钱多", null, "李四 13900001111", null)], await ContactsAsync());
        Assert.Equal(["电话“李四 13900001111”照原样保留，请核对：电话号码不正确，例如 13800138000 或 010-88888888 转 123"], NotesOf(report, 3));
    }

    [Fact]
    public async Task What_the_form_would_refuse_is_kept_with_a_remark()
    {
        var file = Importing.Csv("客户名称,姓名,手机,邮箱", "甲公司,赵伟,1380013,not-an-email", "甲公司,钱多,13800138000,q@a.example");
        var report = await _database.CheckAsync(Importing.Kind("contacts", "Customer"), file);
        Assert.Equal((2, 0, 0, 0), report.Counts());
        Assert.Equal(["手机“1380013”照原样保留，请核对：手机号应为 11 位，现在是 7 位", "邮箱“not-an-email”照原样保留，请核对：邮箱格式不正确，例如 name@example.com"], NotesOf(report, 2));
        Assert.DoesNotContain(NotesOf(report, 3), note => note.Contains("核对", StringComparison.Ordinal));

        await _database.CommitAsync(Importing.Kind("contacts", "Customer"), file);
        Assert.Contains(("赵伟", "1380013", null, "not-an-email"), await ContactsAsync());
    }

    [Fact]
    public async Task A_lead_gets_the_name_and_no_number_that_it_has_no_place_for()
    {
        var report = await _database.CommitAsync(Importing.Kind("leads"), Importing.Csv("公司,电话", "甲公司,张三/13800000001", "乙公司,13800000002/021-61234567", "丙公司,a@c.example"));
        Assert.Equal((3, 0, 0, 0), report.Counts());
        Assert.Equal(
            [("张三", "13800000001", null), (null, "13800000002/021-61234567", null), (null, null, "a@c.example")],
            await _database.Read(db => db.Leads.OrderBy(lead => lead.Id).Select(lead => new ValueTuple<string?, string?, string?>(lead.Person, lead.Phone, lead.Email)).ToListAsync()));
        Assert.Single(NotesOf(report, 3));
    }

    [Fact]
    public async Task States_of_leads_are_known_by_the_words_of_other_systems()
    {
        Assert.Equal((4, 0, 0, 0), (await _database.CommitAsync(Importing.Kind("leads"), Importing.Csv("公司,状态", "甲公司,未处理", "乙公司,待分配", "丙公司,无效", "丁公司,已转换"))).Counts());
        Assert.Equal([LeadStatus.New, LeadStatus.New, LeadStatus.Disqualified, LeadStatus.Working], await _database.Read(db => db.Leads.OrderBy(lead => lead.Id).Select(lead => lead.Status).ToListAsync()));
    }

    private static List<string> NotesOf(ImportReport report, int number)
        => [.. report.Rows.Where(row => row.Row == number).SelectMany(row => row.NoteTexts).Select(note => note.ToString())];

    private Task<List<(string, string?, string?, string?)>> ContactsAsync()
        => _database.Read(db => db.Contacts.OrderBy(contact => contact.Id).Select(contact => new ValueTuple<string, string?, string?, string?>(contact.Name, contact.Mobile, contact.Phone, contact.Email)).ToListAsync());
}
