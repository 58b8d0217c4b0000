using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Visits;

public sealed class VisitPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private Visitor _rep = null!;
    private long _customer;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _customer = await Files.CustomerAsync(_app, "澜图科技", World.Rep);
        _rep = await _app.SignInAs("rep");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Without_a_script_one_finds_the_customer_and_logs()
    {
        var page = await _rep.Page("/visits/new?q=瀾圖");
        var link = page.QuerySelector("#customers a")!.GetAttribute("href")!;
        Assert.Equal($"/visits/new?customerId={_customer}", link);

        using var answer = await _rep.FillIn(link, ("Input.Feedback", "接口清单确认无误"), ("Input.NextText", "4月3日提交方案 v2"));

        Assert.Equal($"/customers/{_customer}", answer.Headers.Location?.ToString());
        var customer = await _app.Database.Read(db => db.Customers.SingleAsync(c => c.Id == _customer));
        Assert.Equal((new DateOnly(2024, 4, 3), "提交方案 v2"), (customer.NextFollowUpOn!.Value, customer.NextFollowUpText));
        Assert.Contains("接口清单确认无误", (await _rep.Page("/visits")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("接口清单确认无误", (await _rep.Page($"/customers/{_customer}/timeline")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "必须填写")]
    [InlineData("en", "Required")]
    public async Task A_refused_form_says_why_and_keeps_what_was_typed(string language, string words)
    {
        await _rep.PostForm("/preferences/language", ("Language", language));

        using var answer = await _rep.FillIn($"/visits/new?customerId={_customer}", ("Input.Feedback", " "), ("Input.Topic", "价格<b>"), ("Input.DueOn", "2024-13-45"), ("Input.At", "2024-04-02T10:00"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Equal("价格<b>", page.QuerySelector("#Input_Topic")!.GetAttribute("value"));
        Assert.Equal("2024-13-45", page.QuerySelector("#Input_DueOn")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#Input_DueOn-error"));

        using var second = await _rep.FillIn($"/visits/new?customerId={_customer}", ("Input.Feedback", " "), ("Input.Topic", "价格"), ("Input.At", "2024-04-02T10:00"));
        page = await Visitor.Read(second);
        Assert.Equal(words, page.QuerySelector("#Input_Feedback-error")!.TextContent);
        Assert.NotNull(page.QuerySelector("#Input_At-error"));
        Assert.Equal("2024-04-02T10:00", page.QuerySelector("#Input_At")!.GetAttribute("value"));
        Assert.Equal(0, await _app.Database.Read(db => db.Visits.CountAsync()));
    }

    [Fact]
    public async Task The_quick_form_of_the_timeline_logs_a_call()
    {
        var form = (await _rep.Page($"/customers/{_customer}/timeline")).QuerySelector("form[action='/visits/new']")!;
        var token = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await _rep.Post("/visits/new", new Dictionary<string, string>
        {
            ["Input.CustomerId"] = form.QuerySelector("[name='Input.CustomerId']")!.GetAttribute("value")!,
            ["Input.Method"] = "Call",
            ["Input.OperationId"] = form.QuerySelector("[name='Input.OperationId']")!.GetAttribute("value")!,
            ["Input.Feedback"] = "想约下周演示",
            ["__RequestVerificationToken"] = token,
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("想约下周演示", await _app.Database.Read(db => db.Visits.Select(v => v.Feedback).SingleAsync()));
    }

    [Fact]
    public async Task Another_reps_entry_is_not_there_by_page_query_or_post()
    {
        var id = await Files.VisitAsync(_app, _customer, World.Rep, "绝密交付周期");
        foreach (var name in new[] { "rep2", "rep3", "manager2", "service" })
        {
            var other = await _app.SignInAs(name);
            foreach (var path in new[] { $"/visits/{id}", $"/visits/{id}/edit", $"/visits/{id}/confirmation", $"/visits/{id}/archive", $"/visits/new?customerId={_customer}", $"/visits/plan?customerId={_customer}", $"/customers/{_customer}/timeline", $"/customers/{_customer}/events", $"/audit/visit/{id}", $"/audit/customer/{_customer}" })
            {
                using var answer = await other.Get(path);
                Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            }

            using var posted = await other.PostForm("/visits/new", ("Input.CustomerId", _customer.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Input.Method", "Call"), ("Input.Feedback", "x"));
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
            using var archived = await other.PostForm($"/visits/{id}/archive", ("archived", "true"));
            Assert.Equal(HttpStatusCode.NotFound, archived.StatusCode);
            foreach (var list in new[] { "/visits?q=交付周期", $"/visits?customerId={_customer}", "/search?q=交付周期", "/search?q=澜图", "/my-day", "/visits/new?q=澜图", "/visits/customers?q=澜图" })
            {
                var text = (await other.Page(list)).Body!.TextContent;
                Assert.DoesNotContain("绝密", text, StringComparison.Ordinal);
                Assert.DoesNotContain("澜图科技", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task G04_Confirming_takes_the_entry_off_the_open_list()
    {
        var id = await Files.VisitAsync(_app, _customer, World.Rep, "操作界面不熟悉", "安排线上培训", new DateOnly(2024, 4, 2));
        _app.Clock.GoTo(2024, 4, 3);
        _rep = await _app.SignInAs("rep");
        var row = (await _rep.Page("/visits?view=overdue")).QuerySelector("tbody tr")!;
        Assert.Contains("逾期 1 天", row.QuerySelector(".state.bad")!.TextContent, StringComparison.Ordinal);

        using var answer = await _rep.FillIn($"/visits/{id}/confirmation", ("Input.Result", "客户确认培训有效"));

        Assert.Equal($"/visits/{id}", answer.Headers.Location?.ToString());
        Assert.Null((await _rep.Page("/visits?view=open")).QuerySelector("tbody tr"));
        Assert.Contains("客户确认培训有效", (await _rep.Page($"/visits/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_sees_both_versions()
    {
        var id = await Files.VisitAsync(_app, _customer, World.Rep, "原来的");
        var version = await _app.Database.Read(db => db.Visits.Select(v => v.Version).SingleAsync());
        var manager = await _app.SignInAs("manager");
        using var first = await manager.FillIn($"/visits/{id}/edit", ("Input.Feedback", "经理的"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await _rep.FillIn($"/visits/{id}/edit", ("Input.Feedback", "我的"), ("Input.Version", version.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var row = (await Visitor.Read(second)).QuerySelector(".conflict-table tbody")!.TextContent;
        Assert.Contains("我的", row, StringComparison.Ordinal);
        Assert.Contains("经理的", row, StringComparison.Ordinal);
        Assert.Equal("经理的", await _app.Database.Read(db => db.Visits.Select(v => v.Feedback).SingleAsync()));
    }

    [Fact]
    public async Task L08_Finds_old_words_with_date_customer_and_highlight()
    {
        await Files.VisitAsync(_app, _customer, World.Rep, "很关注交付周期", at: new DateTime(2022, 5, 6, 9, 0, 0));

        var row = (await _rep.Page("/visits?q=交付週期")).QuerySelector("tbody tr")!;

        Assert.Equal("交付周期", row.QuerySelector("mark")!.TextContent);
        Assert.Contains("2022年5月6日", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("澜图科技", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("交付周期", (await _rep.Page("/search?q=交付週期")).QuerySelector("mark")!.TextContent);
    }

    [Fact]
    public async Task A09_Events_are_added_and_removed()
    {
        using var added = await _rep.FillIn($"/customers/{_customer}/events", ("Input.On", "2024-02-01"), ("Input.Text", "更换采购负责人"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("更换采购负责人", (await _rep.Page($"/customers/{_customer}/timeline?kind=file")).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        var id = (await _rep.Page($"/customers/{_customer}/events")).QuerySelector("[name=EventId]")!.GetAttribute("value");
        using var removed = await _rep.PostForm($"/customers/{_customer}/events", ("EventId", id));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(0, await _app.Database.Read(db => db.CustomerEvents.CountAsync()));
    }

    [Theory]
    [InlineData("/visits", 3)]
    [InlineData("/visits?q=交付", 3)]
    [InlineData("/my-day", 13)]
    [InlineData("/search?q=公司", 5)]
    [InlineData("/customers/1/timeline", 5)]
    [InlineData("/visits/new?customerId=1", 5)]
    public async Task Pages_ask_the_database_the_same_few_times_for_one_row_and_for_many(string path, int most)
    {
        await _rep.Page(path);
        for (var i = 0; i < 12; i++)
        {
            await Files.VisitAsync(_app, await Files.CustomerAsync(_app, $"第{i}公司", World.Rep), World.Rep, "交付周期", "寄样品", new DateOnly(2024, 4, 1));
            await Files.VisitAsync(_app, _customer, World.Rep, "交付周期");
        }

        _app.Commands.Reset();
        await _rep.Page(path);

        Assert.True(_app.Commands.Count <= most, $"{_app.Commands.Count} commands:\n" + string.Join("\n---\n", _app.Commands.Texts));
    }

    [Fact]
    public async Task Logging_a_follow_up_with_its_next_step_costs_few_commands()
    {
        var path = $"/visits/new?customerId={_customer}";
        using var first = await LogAsync();
        _app.Commands.Reset();
        await _rep.Page(path);
        var form = _app.Commands.Count;
        _app.Commands.Reset();

        using var second = await LogAsync();

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.True(_app.Commands.Count - form <= 10, $"{_app.Commands.Count - form} commands:\n" + string.Join("\n---\n", _app.Commands.Texts.Skip(form)));

        Task<HttpResponseMessage> LogAsync() => _rep.FillIn(path, ("Input.Feedback", "交付周期"), ("Input.NextText", "寄样品"), ("Input.NextOn", "2024-04-08"));
    }
}
