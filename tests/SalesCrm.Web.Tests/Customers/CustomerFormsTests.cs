using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Customers;

public sealed class CustomerFormsTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private Visitor _rep = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _rep = await _app.SignInAs("rep");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "客户名称：必须填写|请选择所属行业|请填写首次接触时间|姓名：必须填写|请填写联系电话或邮箱|需求描述：必须填写|请选择需求阶段")]
    [InlineData("en", "Customer name: Required|Choose an industry|Enter the date of first contact|Name: Required|Enter a phone number or an e-mail address|Need: Required|Choose a need stage")]
    public async Task A01_The_summary_names_each_empty_field_in_the_order_of_the_form(string language, string problems)
    {
        using var spoken = await _rep.PostForm("/preferences/language", ("Language", language));

        using var answer = await _rep.FillIn("/customers/new", ("Input.FirstContactOn", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(problems.Split('|'), (await Visitor.Read(answer)).QuerySelectorAll(".problems li a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task More_data_comes_back_open_when_something_in_it_is_wrong()
    {
        Assert.False((await _rep.Page("/customers/new")).QuerySelector("details.more")!.HasAttribute("open"));

        using var answer = await _rep.FillIn("/customers/new", ("Input.Urgency", "11"));
        var more = (await Visitor.Read(answer)).QuerySelector("details.more")!;
        Assert.NotNull(more.QuerySelector(".form-error"));
        Assert.True(more.HasAttribute("open"));

        using var other = await _rep.FillIn("/customers/new", ("Input.Name", ""));
        Assert.False((await Visitor.Read(other)).QuerySelector("details.more")!.HasAttribute("open"));
    }

    [Fact]
    public async Task A06_A_name_of_any_length_is_looked_up_while_it_is_typed()
    {
        foreach (var length in new[] { 4, 59, 60, 61, 300, 600 })
        {
            var name = string.Concat(Enumerable.Range(0, length).Select(number => (char)('一' + (number * 7))));
            using var answer = await _rep.Get("/customers/similar?Input.Name=" + Uri.EscapeDataString(name));
            Assert.Equal((length, HttpStatusCode.OK), (length, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_collaborator_who_saves_a_file_leaves_it_with_its_owner()
    {
        var customer = await _app.Database.HasCustomerAsync("青禾食品", World.Rep2);
        using var shared = await (await _app.SignInAs("rep2")).FillIn($"/customers/{customer}/members", ("UserId", "4"), ("Access", "Edit"));
        var form = $"/customers/{customer}/edit";

        Assert.Equal(["周启航 · 上海一组"], (await _rep.Page(form)).QuerySelectorAll("[name='Input.OwnerId'] option").Select(option => option.TextContent));
        using var saved = await _rep.FillIn(form, ("Input.IndustryId", await WordAsync("IT服务")), ("Input.NeedStage", "Confirmed"), ("Input.Need", "扩容"), ("Input.FirstContactOn", "2024-03-01"));

        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Equal(World.Rep2.UserId, await _app.Database.Read(db => db.Customers.Where(row => row.Id == customer).Select(row => row.OwnerId!.Value).SingleAsync()));
    }

    [Fact]
    public async Task The_opportunities_of_a_foreign_customer_are_not_there_and_neither_is_he()
    {
        var customer = await _app.Database.HasCustomerAsync("青禾食品", World.Rep3);
        using var foreign = await _rep.Get($"/opportunities/for-customer/{customer}");
        using var missing = await _rep.Get("/opportunities/for-customer/999999");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, missing.StatusCode));
    }

    [Fact]
    public async Task The_second_to_change_a_contact_sees_what_the_first_changed_and_chooses()
    {
        var customer = await _app.Database.HasCustomerAsync("澜图科技", World.Rep);
        using var added = await _rep.FillIn($"/customers/{customer}/contacts/new", ("Input.Name", "张三"), ("Input.Mobile", "13800005678"));
        var contact = await _app.Database.Read(db => db.Contacts.Select(row => row.Id).SingleAsync());
        var form = string.Create(CultureInfo.InvariantCulture, $"/customers/{customer}/contacts/{contact}/edit");
        var seen = VersionIn(await _rep.Page(form));
        using var first = await (await _app.SignInAs("manager")).FillIn(form, ("Input.Mobile", "13900001111"));

        using var second = await _rep.FillIn(form, ("Input.Title", "采购经理"), ("Input.Mobile", "13800005678"), ("Input.Version", seen));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await Visitor.Read(second);
        Assert.Equal(["13800005678", "13900001111"], page.QuerySelectorAll("[name='Input.Mobile']").Select(choice => choice.GetAttribute("value")));
        using var chosen = await _rep.FillIn(form, ("Input.Title", "采购经理"), ("Input.Mobile", "13900001111"), ("Input.Version", VersionIn(page)));
        Assert.Equal($"/customers/{customer}", chosen.Headers.Location?.ToString());
        Assert.Equal(("13900001111", "采购经理"), await _app.Database.Read(db => db.Contacts.Select(row => ValueTuple.Create(row.Mobile, row.Title)).SingleAsync()));
    }

    [Theory]
    [InlineData("", "Read", "UserId")]
    [InlineData("abc", "Read", "UserId")]
    [InlineData("5", "", "Access")]
    [InlineData("5", "Everything", "Access")]
    [InlineData("999999", "Read", "UserId")]
    public async Task A_share_without_a_person_or_a_right_is_refused(string user, string access, string field)
    {
        var customer = await _app.Database.HasCustomerAsync("澜图科技", World.Rep);

        using var answer = await _rep.PostForm($"/customers/{customer}/members", ("UserId", user), ("Access", access));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Visitor.Read(answer)).QuerySelector($"#{field}-error"));
        Assert.Equal(0, await _app.Database.Read(db => db.CustomerMembers.CountAsync()));
    }

    [Fact]
    public async Task M02_A_colleague_with_an_opportunity_there_sees_the_contact_masked()
    {
        var customer = await _app.Database.HasCustomerAsync("澜图科技", World.Rep);
        using var added = await _rep.FillIn($"/customers/{customer}/contacts/new", ("Input.Name", "张三"), ("Input.Mobile", "13800005678"), ("Input.Email", "zhangsan@example.com"));
        await _app.Database.Read(async db =>
        {
            db.CustomerMembers.Add(new CustomerMember { CustomerId = customer, UserId = World.Rep2.UserId, Access = MemberAccess.Involved });
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
        var involved = await _app.SignInAs("rep2");
        var contact = await _app.Database.Read(db => db.Contacts.Select(row => row.Id).SingleAsync());

        foreach (var path in new[] { $"/customers/{customer}", "/search?q=张三" })
        {
            var page = (await involved.Page(path)).QuerySelector("main")!;
            Assert.Contains("138****5678", page.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("13800005678", page.InnerHtml, StringComparison.Ordinal);
            Assert.DoesNotContain("zhangsan@", page.InnerHtml, StringComparison.Ordinal);
            Assert.Contains("13800005678", (await _rep.Page(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        using var history = await involved.Get($"/audit/contact/{contact}");
        Assert.Equal(HttpStatusCode.NotFound, history.StatusCode);
    }

    private static string? VersionIn(IParentNode page) => page.QuerySelector("main [name='Input.Version']")!.GetAttribute("value");

    private Task<string> WordAsync(string name) => _app.Database.Read(db => db.Dictionary.Where(word => word.Name == name).Select(word => word.Id.ToString(CultureInfo.InvariantCulture)).FirstAsync());
}
