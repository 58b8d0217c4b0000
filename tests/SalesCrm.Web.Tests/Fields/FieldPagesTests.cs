using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Fields;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Fields;

public sealed class FieldPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private Visitor _admin = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _admin = await _app.SignInAs("admin");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_field_that_the_admin_adds_is_in_form_page_list_filter_and_order()
    {
        var rating = await AddAsync("信用等级", FieldType.Choice, ("Input.Choices[0].Name", "优"), ("Input.Choices[1].Name", "差"));
        var people = await AddAsync("员工数", FieldType.Number, ("Input.IsRequired", "true"));
        var rep = await _app.SignInAs("rep");

        using var refused = await CustomerAsync(rep, ("Input.Fields[" + rating + "]", ""), ("Input.Fields[" + people + "]", "很多"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = (await Visitor.Read(refused)).QuerySelector($"[name='Input.Fields[{people}]']")!;
        Assert.Equal(("true", "很多"), (again.GetAttribute("aria-invalid"), again.GetAttribute("value")));

        var poor = await _app.Database.Read(db => db.FieldChoices.Where(choice => choice.Name == "差").Select(choice => choice.Id).SingleAsync());
        using var saved = await CustomerAsync(rep, ($"Input.Fields[{rating}]", $"{poor}"), ($"Input.Fields[{people}]", "1,200"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = saved.Headers.Location!.ToString();
        Assert.Equal(["差", "1,200"], (await rep.Page(page)).QuerySelectorAll("dd[data-field]").Select(fact => fact.TextContent.Trim()));

        var edit = await rep.Page(page + "/edit");
        Assert.Equal("1200", edit.QuerySelector($"[name='Input.Fields[{people}]']")!.GetAttribute("value"));
        Assert.NotNull(edit.QuerySelector($"[name='Input.Fields[{rating}]'] option[value='{poor}'][selected]"));

        foreach (var (query, rows) in new[] { ($"f.{rating}={poor}", 1), ($"f.{people}.from=1201", 0), ($"f.{people}.to=1200&sort=-f.{people}", 1) })
        {
            var list = await rep.Page("/customers?" + query);
            Assert.Equal(rows, list.QuerySelectorAll("tbody tr").Length);
            Assert.Equal(1, list.QuerySelectorAll("details.own-filter[open]").Length);
        }

        Assert.Contains((await rep.Page("/customers")).QuerySelectorAll("thead a.sort"), head => head.TextContent.Trim() == "信用等级");
        Assert.NotNull((await rep.Page("/customers")).QuerySelector("tbody tr"));
    }

    [Fact]
    public async Task A_field_is_edited_where_it_stands_and_its_note_takes_it_back()
    {
        var rating = await AddAsync("信用等级", FieldType.Choice, ("Input.Choices[0].Name", "优"), ("Input.Choices[1].Name", "差"));
        var people = await AddAsync("员工数", FieldType.Number);
        var hidden = await AddAsync("授信额度", FieldType.Money, ("Input.Rep", null));
        var poor = await _app.Database.Read(db => db.FieldChoices.Where(choice => choice.Name == "差").Select(choice => choice.Id).SingleAsync());
        var rep = await _app.SignInAs("rep");
        using var saved = await CustomerAsync(rep, ($"Input.Fields[{rating}]", $"{poor}"), ($"Input.Fields[{people}]", "12"));
        var page = saved.Headers.Location!.ToString();
        var link = (await rep.Page(page)).QuerySelector($"dd[data-field='{people}'] a.edit-link")!.GetAttribute("href")!;

        using var refused = await rep.FillIn(link, ($"Input.Fields[{people}]", "很多"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("很多", (await Visitor.Read(refused)).QuerySelector($"[name='Input.Fields[{people}]']")!.GetAttribute("value"));
        using var changed = await rep.FillIn(link, ($"Input.Fields[{people}]", "30"));
        var note = (await rep.Page(page)).QuerySelector("[data-toast]")!;
        Assert.Equal(["差", "30"], (await rep.Page(page)).QuerySelectorAll("dd[data-field]").Select(fact => fact.TextContent.Trim()));
        using var undone = await rep.PostForm(link, note.QuerySelectorAll("input").Where(input => input.GetAttribute("name") != "__RequestVerificationToken").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value"))).ToArray());

        var after = await rep.Page(page);
        Assert.Equal(["差", "12"], after.QuerySelectorAll("dd[data-field]").Select(fact => fact.TextContent.Trim()));
        Assert.Equal("已撤销", after.QuerySelector("[data-toast] span")!.TextContent);
        using var closed = await rep.Get($"{page}/fields/f.{hidden}");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task The_admin_orders_archives_and_is_refused_another_type_of_a_used_field()
    {
        var first = await AddAsync("员工数", FieldType.Number);
        var second = await AddAsync("项目代号", FieldType.Text);
        (await _admin.PostForm("/admin/fields", ("Up", $"{second}"), ("Subject", "Customer"))).Dispose();
        Assert.Equal(["项目代号", "员工数"], (await _admin.Page("/admin/fields")).QuerySelectorAll("tbody th a").Select(link => link.TextContent));

        using var saved = await CustomerAsync(await _app.SignInAs("rep"), ($"Input.Fields[{first}]", "5"));
        using var refused = await _admin.FillIn($"/admin/fields/{first}", ("Input.Type", "Text"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("true", (await Visitor.Read(refused)).QuerySelector("#Input_Type")!.GetAttribute("aria-invalid"));

        (await _admin.FillIn($"/admin/fields/{first}", ("Input.IsArchived", "true"))).Dispose();
        Assert.Null((await _admin.Page(saved.Headers.Location!.ToString())).QuerySelector($"dd[data-field='{first}']"));
        Assert.Equal(1, await _app.Database.Read(db => db.FieldValues.CountAsync()));
    }

    [Fact]
    public async Task A_role_that_may_not_see_a_field_meets_it_nowhere()
    {
        var hidden = await AddAsync("授信额度", FieldType.Money, ("Input.Rep", null));
        var (rep, manager) = (await _app.SignInAs("rep"), await _app.SignInAs("manager"));
        using var saved = await CustomerAsync(rep);
        var page = saved.Headers.Location!.ToString();
        using var filled = await manager.FillIn(page + "/edit", ($"Input.Fields[{hidden}]", "987654"));
        Assert.Equal(HttpStatusCode.Redirect, filled.StatusCode);
        Assert.Contains("987,654", (await manager.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { page, page + "/edit", "/customers", "/customers?sort=f." + hidden, "/audit" + page.Replace("customers", "customer", StringComparison.Ordinal) })
        {
            var seen = (await rep.Page(path)).DocumentElement.OuterHtml;
            Assert.DoesNotContain("授信额度", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("987", seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fields_cost_a_list_and_a_page_one_command_each()
    {
        await AddAsync("员工数", FieldType.Number);
        var rep = await _app.SignInAs("rep");
        using var saved = await CustomerAsync(rep);
        foreach (var (path, most) in new[] { ("/customers", 4), (saved.Headers.Location!.ToString(), 10) })
        {
            await rep.Page(path);
            _app.Commands.Reset();
            await rep.Page(path);
            Assert.True(_app.Commands.Count <= most + 1, string.Join("\n\n", _app.Commands.Texts));
            Assert.Equal(1, _app.Commands.Texts.Count(text => text.Contains("\"FieldValues\"", StringComparison.Ordinal)));
        }
    }

    private async Task<long> AddAsync(string name, FieldType type, params (string Name, string? Value)[] more)
    {
        using var answer = await _admin.FillIn("/admin/fields/new", [("Input.Name", name), ("Input.Type", type.ToString()), ("Input.IsListed", "true"), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await _app.Database.Read(db => db.CustomFields.Where(field => field.Name == name).Select(field => field.Id).SingleAsync());
    }

    private async Task<HttpResponseMessage> CustomerAsync(Visitor visitor, params (string Name, string? Value)[] more)
    {
        var industry = await _app.Database.Read(db => db.Dictionary.Where(word => word.Name == "IT服务").Select(word => word.Id).SingleAsync());
        return await visitor.FillIn("/customers/new", [("Input.Name", "澜图科技有限公司"), ("Input.IndustryId", $"{industry}"), ("Input.ContactName", "张三"), ("Input.ContactPhone", "13800005678"), ("Input.Need", "办公软件"), ("Input.NeedStage", "Confirmed"), .. more]);
    }
}
