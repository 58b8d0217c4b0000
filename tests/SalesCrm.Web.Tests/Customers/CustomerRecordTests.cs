using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Customers;

public sealed class CustomerRecordTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync() => _app = await CrmApp.CreateAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A08_A_budget_and_an_urgent_need_raise_the_flag_and_clearing_the_budget_drops_it()
    {
        var id = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var rep = await _app.SignInAs("rep");

        Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn($"/customers/{id}/fields/Budget", ("Input.Budget", "5万"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn($"/customers/{id}/fields/Urgency", ("Input.Urgency", "8"))).StatusCode);
        Assert.Contains("高潜力", (await rep.Page($"/customers/{id}")).QuerySelector(".record-head")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await rep.Page("/customers?highPotential=true")).QuerySelectorAll("tbody tr"));

        Assert.Null((await rep.Page($"/customers/{id}/fields/Budget")).QuerySelector("main form[hx-post], main [hx-target='#file']"));

        var page = await Visitor.Read(await rep.FillIn($"/customers/{id}/fields/Urgency", ("Input.Urgency", "11")));
        Assert.Contains("紧急度应在 0 至 10 之间", page.Body!.TextContent, StringComparison.Ordinal);

        await rep.FillIn($"/customers/{id}/fields/Budget", ("Input.Budget", ""));
        Assert.DoesNotContain("高潜力", (await rep.Page($"/customers/{id}")).QuerySelector(".record-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_field_is_saved_alone_and_its_note_takes_it_back()
    {
        var id = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var rep = await _app.SignInAs("rep");
        await rep.FillIn($"/customers/{id}/fields/Remark", ("Input.Remark", "旧"));
        await rep.Page($"/customers/{id}");
        await rep.FillIn($"/customers/{id}/fields/Remark", ("Input.Remark", "新"), ("Input.Name", "改名"), ("Input.OwnerId", "1"));
        var undo = (await rep.Page($"/customers/{id}")).QuerySelector("form[action$='/fields/Remark']")!;

        await rep.PostForm($"/customers/{id}/fields/Remark", undo.QuerySelectorAll("input[name^='Input.']").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value"))).ToArray());

        var customer = await _app.Database.Read(db => db.Customers.SingleAsync(row => row.Id == id));
        Assert.Equal(("旧", "云启医疗", World.Rep.UserId), (customer.Remark, customer.Name, customer.OwnerId));
        Assert.Equal(HttpStatusCode.NotFound, (await rep.Get($"/customers/{id}/fields/Name")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAs("rep3")).Get($"/customers/{id}/fields/Remark")).StatusCode);
    }

    [Fact]
    public async Task A_long_text_that_is_shortened_leaves_no_note_that_is_too_long_to_send_back()
    {
        var id = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var rep = await _app.SignInAs("rep");
        await rep.FillIn($"/customers/{id}/fields/Remark", ("Input.Remark", new string('长', 19_000)));

        using var saved = await rep.FillIn($"/customers/{id}/fields/Remark", ("Input.Remark", "短"));

        Assert.InRange(saved.Headers.GetValues("Set-Cookie").Sum(cookie => cookie.Length), 1, 8_000);
        Assert.Contains("已保存，原来的内容在变更记录里", (await rep.Page($"/customers/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H03_Who_referred_customers_shows_how_many_and_what_they_bought()
    {
        var referrer = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var foreign = await _app.Database.HasCustomerAsync("远山物流", World.Rep3);
        var rep = await _app.SignInAs("rep");
        foreach (var (name, amount) in new[] { ("甲", 70_000m), ("乙", 50_000m), ("丙", 0m) })
        {
            var id = await _app.Database.HasCustomerAsync(name, World.Rep);
            await _app.Database.Read(async db =>
            {
                (await db.Customers.SingleAsync(row => row.Id == id)).DealTotal = amount;
                await db.SaveAsync(World.Admin, CancellationToken.None);
                return 0;
            });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rep.FillIn($"/customers/{id}/fields/ReferredBy", ("Input.ReferredBy", "远山物流"))).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn($"/customers/{id}/fields/ReferredBy", ("Input.ReferredBy", "云启医疗"))).StatusCode);
        }

        var fact = (await rep.Page($"/customers/{referrer}")).QuerySelector("[data-metric=referred]")!;
        Assert.Equal("3", fact.GetAttribute("data-value"));
        Assert.Contains("推荐 3 家，成交 120,000 元", fact.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await rep.Page(string.Create(CultureInfo.InvariantCulture, $"/customers?referredById={referrer}"))).QuerySelectorAll("tbody tr").Length);
        Assert.NotEqual(0, foreign);
    }

    [Fact]
    public async Task H01_A_person_confirms_the_relationship_with_a_reason_and_the_strategy_shows()
    {
        var id = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var rep = await _app.SignInAs("rep");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rep.FillIn($"/relationships/{id}/confirmation", ("Input.Type", "Accountable"), ("Input.Reason", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn($"/relationships/{id}/confirmation", ("Input.Type", "Accountable"), ("Input.Reason", "每次回访都提建议"))).StatusCode);

        Assert.Contains("负责型", (await rep.Page($"/customers/{id}")).QuerySelector(".record-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("承诺的事写清时限", (await rep.Page($"/relationships/for-customer/{id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0", "0", "1", "0", "0", "0"], (await rep.Page("/relationships")).QuerySelectorAll("[data-metric=relationship]").Select(cell => cell.GetAttribute("data-value")));
    }

    [Fact]
    public async Task Two_files_are_merged_through_the_page_and_taken_apart_again()
    {
        var kept = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var other = await _app.Database.HasCustomerAsync("云启医疗苏州", World.Rep);
        var rep = await _app.SignInAs("rep");
        await rep.FillIn($"/customers/{other}/fields/Need", ("Input.Need", "要20套"));

        var answer = await rep.FillIn($"/customers/{kept}/merge?other={other}");

        Assert.Equal($"/customers/{kept}", answer.Headers.Location!.OriginalString);
        Assert.Contains("要20套", (await rep.Page($"/customers/{kept}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已合并到 云启医疗", (await rep.Page($"/customers/{other}")).Body!.TextContent, StringComparison.Ordinal);
        var act = (await rep.Page("/acts")).QuerySelector("tbody th a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAs("rep2")).Get(act)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn(act + "?trial=true")).StatusCode);
        Assert.DoesNotContain("要20套", (await rep.Page($"/customers/{kept}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已在", (await rep.Page(act)).Body!.TextContent, StringComparison.Ordinal);

        // Somebody who still had the page of before.
        var late = await rep.PostForm(act);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var told = (await Visitor.Read(late)).QuerySelector("main")!.TextContent;
        Assert.Contains("已在", told, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有保存", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_without_anything_in_common_ask_for_a_reason_and_keep_what_was_chosen()
    {
        var kept = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var other = await _app.Database.HasCustomerAsync("远山物流", World.Rep);
        var rep = await _app.SignInAs("rep");

        var refused = await rep.FillIn($"/customers/{kept}/merge?other={other}", ("take.Name", "other"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Visitor.Read(refused);
        Assert.Contains("请写明原因", page.QuerySelector("#Reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("input[name='take.Name'][value=other]")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn($"/customers/{kept}/merge?other={other}", ("Reason", "去年改过名"))).StatusCode);
        Assert.Contains("去年改过名", (await rep.Page("/acts")).QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bulk_act_is_chosen_first_and_then_shows_what_it_would_replace()
    {
        foreach (var (name, stage) in new[] { ("甲公司", (NeedStage?)NeedStage.Confirmed), ("乙公司", NeedStage.Confirmed), ("丙公司", null) })
        {
            var id = await _app.Database.HasCustomerAsync(name, World.Rep);
            await _app.Database.Read(async db =>
            {
                (await db.Customers.SingleAsync(row => row.Id == id)).NeedStage = stage;
                await db.SaveAsync(World.Admin, CancellationToken.None);
                return 0;
            });
        }

        await _app.Database.HasOpportunityAsync(await _app.Database.HasCustomerAsync("丁公司", World.Rep), World.Rep);
        var rep = await _app.SignInAs("rep");
        var choice = await rep.Page("/customers/bulk?all=true");
        Assert.Empty(choice.QuerySelectorAll("main select"));
        Assert.Equal(7, choice.QuerySelectorAll("main .list-group a").Length);
        Assert.DoesNotContain("改派", choice.QuerySelector("main .list-group")!.TextContent, StringComparison.Ordinal);

        var stages = await rep.Page(choice.QuerySelectorAll("main .list-group a").Select(link => link.GetAttribute("href")!).Single(href => href.Contains("change=NeedStage", StringComparison.Ordinal)));
        Assert.Equal(["Input.NeedStage"], stages.QuerySelectorAll("main select").Select(select => select.GetAttribute("name")));
        Assert.Equal(["（空） 2", "需求确认 2"], Lines(stages));
        Assert.Equal(["未归档 3", "有进行中的商机，保持原样 1"], Lines(await rep.Page("/customers/bulk?all=true&change=Archive")));

        static IEnumerable<string> Lines(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())));
    }

    [Fact]
    public async Task Picked_customers_are_reassigned_together_and_only_by_a_manager()
    {
        var ids = new[] { await _app.Database.HasCustomerAsync("甲公司", World.Rep), await _app.Database.HasCustomerAsync("乙公司", World.Rep) };
        var manager = await _app.SignInAs("manager");
        var address = $"/customers/bulk?ids={ids[0]}&ids={ids[1]}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await _app.SignInAs("rep")).FillIn(address + "&change=Archive", ("Input.Change", "Assign"), ("Input.OwnerId", $"{World.Rep2.UserId}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.FillIn(address + "&change=Assign", ("Input.OwnerId", $"{World.Rep2.UserId}"))).StatusCode);
        Assert.All(await _app.Database.Read(db => db.Customers.ToListAsync()), row => Assert.Equal(World.Rep2.UserId, row.OwnerId));

        Assert.Equal(HttpStatusCode.Redirect, (await manager.FillIn("/customers/bulk?all=true&q=甲公司&change=Archive")).StatusCode);
        Assert.Equal(["甲公司"], await _app.Database.Read(db => db.Customers.Where(row => row.ArchivedAt != null).Select(row => row.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_new_opportunity_takes_its_customer_by_name_and_keeps_what_was_typed()
    {
        var id = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        await _app.Database.HasCustomerAsync("远山物流", World.Rep3);
        var rep = await _app.SignInAs("rep");
        var source = await _app.Database.SourceAsync();

        var refused = await Visitor.Read(await rep.FillIn("/opportunities/new", ("CustomerName", "远山物流"), ("Input.Name", "二期"), ("Input.SourceId", $"{source}")));
        Assert.Contains("没有找到这位客户", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("远山物流", "二期"), (refused.QuerySelector("[name=CustomerName]")!.GetAttribute("value"), refused.QuerySelector("[name='Input.Name']")!.GetAttribute("value")));

        Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn("/opportunities/new", ("CustomerName", "云启医疗"), ("Input.Name", "二期"), ("Input.SourceId", $"{source}"))).StatusCode);
        Assert.Equal(id, await _app.Database.Read(db => db.Opportunities.Select(row => row.CustomerId).SingleAsync()));
        Assert.Equal(["云启医疗"], (await rep.Page("/customers/mentions?x=云启")).QuerySelectorAll("option").Select(option => option.GetAttribute("value")!.Split(' ')[1]));
    }

    [Theory]
    [InlineData("云启", null)]
    [InlineData("yunqi", "yunqi")]
    [InlineData("YQYL", "YQYL")]
    public async Task Who_is_found_by_pinyin_is_proposed_too_for_what_was_typed_is_part_of_the_proposal(string typed, string? label)
    {
        await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var rep = await _app.SignInAs("rep");

        var option = Assert.Single((await rep.Page("/customers/mentions?CustomerName=" + Uri.EscapeDataString(typed))).QuerySelectorAll("option"));

        // Chromium leaves out options of which neither value nor label holds what was typed.
        Assert.Equal(label, option.GetAttribute("label"));
        Assert.Contains(typed, option.GetAttribute("value") + " " + option.GetAttribute("label"), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(" 云启医疗", option.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_an_archived_customer_no_opportunity_is_offered_and_the_rest_stays()
    {
        var id = await _app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var rep = await _app.SignInAs("rep");
        Assert.Single((await rep.Page($"/customers/{id}")).QuerySelectorAll("main a[href^='/opportunities/new']"));
        Assert.Single((await rep.Page($"/opportunities/for-customer/{id}")).QuerySelectorAll("main a[href^='/opportunities/new']"));

        (await rep.PostForm($"/customers/{id}/archive", ("archived", "true"))).Dispose();

        var page = await rep.Page($"/customers/{id}");
        Assert.Empty(page.QuerySelectorAll("main a[href^='/opportunities/new']"));
        Assert.Empty((await rep.Page($"/opportunities/for-customer/{id}")).QuerySelectorAll("main a[href^='/opportunities/new']"));
        Assert.NotNull(page.QuerySelector($"a[href='/visits/new?customerId={id}']"));
    }
}
