using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.LeadForms;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.LeadForms;

/// <summary>The form that strangers fill in, from outside.</summary>
public sealed class PublicFormTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _address = await OpenAsync(_app);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task An_honest_post_becomes_a_lead_with_source_owner_and_consent_and_no_cookie_is_set()
    {
        var visitor = _app.Visit();
        using var page = await visitor.Get(_address);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.True(page.Headers.CacheControl?.NoStore);

        using var sent = await SendAsync(visitor, ("Input.Need", "想要 20 台 - 含安装"));

        Assert.Equal(_address + "/thanks", sent.Headers.Location?.ToString());
        Assert.Contains("尽快与您联系", (await visitor.Page(_address + "/thanks")).Body!.TextContent, StringComparison.Ordinal);
        var lead = await _app.Database.Read(db => db.Leads.Include(row => row.Source).SingleAsync());
        Assert.Equal(("苏州明远精密有限公司", "官网", World.Rep.UserId), (lead.Company, lead.Source!.Name, lead.OwnerId));
        var rep = await _app.SignInAs("rep");
        Assert.Contains("新分给我", (await rep.Page("/leads?tab=NewToMe")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("我同意贵公司保存", (await rep.Page($"/leads/{lead.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_in_the_visitors_language_and_what_was_typed_is_kept()
    {
        var visitor = _app.Visit();
        using var answer = await SendAsync(visitor, "?lang=en", ("Input.Phone", ""), ("Input.Agreed", "false"), ("Input.Need", "<b>x</b>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.Read(answer);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("苏州明远精密有限公司", page.QuerySelector("#Input_Company")!.GetAttribute("value"));
        Assert.Contains("agree first", page.QuerySelector("#Input_Agreed-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Too_quick_too_late_forged_and_foreign_stamps_are_refused_and_the_honest_may_go_on()
    {
        var visitor = _app.Visit();
        var fields = await FieldsAsync(visitor, _address);
        using var quick = await visitor.Post(_address, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, quick.StatusCode);
        _app.Clock.Now += TimeSpan.FromHours(13);
        using var late = await visitor.Post(_address, fields);
        var page = await Visitor.Read(late);
        Assert.Equal("王工", page.QuerySelector("#Input_Person")!.GetAttribute("value"));
        using var forged = await visitor.Post(_address, With(fields, ("Stamp", "CfDJ8" + new string('A', 120))));
        var other = await FieldsAsync(visitor, await OpenAsync(_app, "另一张"));
        _app.Clock.Now += TimeSpan.FromSeconds(9);
        using var foreign = await visitor.Post(_address, other);
        Assert.All([late, foreign], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(0, await CountAsync());

        using var again = await visitor.Post(_address, With(fields, ("Stamp", page.QuerySelector("[name=Stamp]")!.GetAttribute("value"))));

        Assert.Equal((HttpStatusCode.Redirect, 1), (again.StatusCode, await CountAsync()));
    }

    [Fact]
    public async Task A_hundred_hostile_posts_leave_only_the_honest_leads_and_the_odd_ones_wait_for_a_person()
    {
        var visitor = _app.Visit();
        string[] scripts = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "' or 1=1 --"];
        string[] formulas = ["=HYPERLINK(\"x\")", "+SUM(A1)", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "＝1+1"];
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 100; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"公司{i}");
            (string, string?)[] changes = (i % 10) switch
            {
                0 => [("Input.Company", name), ("Input.Phone", string.Create(CultureInfo.InvariantCulture, $"138{i:00000000}"))],
                1 or 2 => [("Input.Need", scripts[i / 10 % 5]), ("Input.Company", name)],
                3 or 4 => [("Input.Company", formulas[i / 10 % 5] + i)],
                5 => [("website", "http://spam.example")],
                6 => [("Input.Need", "http://a.example http://b.example http://c.example")],
                7 => [("Input.Need", new string('长', 40_000))],
                8 => [("Input.Company", new string('长', 5000))],
                _ => [("Stamp", "x")],
            };
            using var answer = await SendAsync(visitor, changes);
            answers.Add(answer.StatusCode);
        }

        Assert.DoesNotContain(answers, status => (int)status >= 500);
        Assert.Equal(10, await CountAsync());
        Assert.Equal(40, await _app.Database.Read(db => db.FormPosts.CountAsync(post => post.State == PostState.Quarantined)));
        Assert.Equal(50, await _app.Database.Read(db => db.FormPosts.CountAsync()));
        var admin = await _app.SignInAs("admin");
        var id = await _app.Database.Read(db => db.LeadForms.Select(form => form.Id).FirstAsync());
        var page = await admin.Page($"/admin/lead-forms/{id}/quarantine");
        Assert.Empty(page.QuerySelectorAll("main script, main img"));
        using var released = await admin.FillIn($"/admin/lead-forms/{id}/quarantine", ("IsHonest", "true"));
        Assert.Equal(11, await CountAsync());
    }

    [Fact]
    public async Task A_replayed_post_is_thanked_for_and_stored_once_and_the_same_person_soon_after_waits()
    {
        var visitor = _app.Visit();
        var fields = await FieldsAsync(visitor, _address);
        _app.Clock.Now += TimeSpan.FromSeconds(5);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _app.Visit().Post(_address, fields)));
        Assert.All(answers, answer => Assert.Equal(_address + "/thanks", answer.Headers.Location?.ToString()));

        using var soon = await SendAsync(visitor, ("Input.Need", "再问一次"));

        Assert.Equal((1, 2), (await CountAsync(), await _app.Database.Read(db => db.FormPosts.CountAsync())));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_closed_form_does_not_exist_and_too_many_posts_are_refused_before_the_database_is_asked()
    {
        await using var app = await CrmApp.CreateAsync(new Dictionary<string, string?> { ["RateLimits:FormPostsPerMinute"] = "3" });
        var address = await OpenAsync(app);
        var visitor = app.Visit();
        var fields = With(await FieldsAsync(visitor, address), ("website", "x"));
        for (var i = 0; i < 3; i++)
        {
            using var taken = await visitor.Post(address, fields);
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        app.Commands.Reset();
        using var refused = await visitor.Post(address, fields);
        Assert.Equal((HttpStatusCode.TooManyRequests, 0), (refused.StatusCode, app.Commands.Count));

        var admin = await app.SignInAs("admin");
        using var closed = await admin.FillIn((await admin.Page("/admin/lead-forms")).QuerySelector("tbody th a")!.GetAttribute("href")!, ("Input.IsActive", "false"));
        using var gone = await visitor.Get(address);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (closed.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task What_no_person_sends_is_refused_in_a_few_words_and_asks_the_database_nothing()
    {
        var visitor = _app.Visit();
        var fields = await FieldsAsync(visitor, _address);
        _app.Clock.Now += TimeSpan.FromSeconds(5);
        using (var stored = await visitor.Post(_address, fields))
        {
            Assert.Equal(HttpStatusCode.Redirect, stored.StatusCode);
        }

        _app.Commands.Reset();
        foreach (var (changes, status) in new ((string, string?)[], HttpStatusCode)[]
        {
            ([], HttpStatusCode.Redirect), ([("website", "x")], HttpStatusCode.Redirect), ([("Stamp", "x")], HttpStatusCode.BadRequest), ([("Input.Need", new string('长', 40_000))], HttpStatusCode.RequestEntityTooLarge),
            ([("Input.Company", new string('a', 2001))], HttpStatusCode.RequestEntityTooLarge), ([("Input.Need", "http://a.example http://b.example http://c.example")], HttpStatusCode.Redirect),
        })
        {
            using var answer = await visitor.Post(_address, With(fields, changes));
            Assert.Equal(status, answer.StatusCode);
            Assert.True((await answer.Content.ReadAsStringAsync()).Length < 100);
        }

        // However the address is written, the gate stands before it.
        foreach (var path in (string[])["/F" + _address[2..], _address + "/"])
        {
            using var answer = await visitor.Post(path, With(fields, ("Stamp", "x")));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.True((await answer.Content.ReadAsStringAsync()).Length < 100);
        }

        Assert.Equal((0, 1), (_app.Commands.Count, await CountAsync()));
    }

    [Fact]
    public async Task A_full_quarantine_drops_what_is_odd_before_the_write_turn_is_taken()
    {
        var visitor = _app.Visit();
        await _app.Database.Read(async db =>
        {
            var form = await db.LeadForms.SingleAsync();
            db.FormPosts.AddRange(Enumerable.Range(0, TakePost.MostWaiting).Select(_ =>
            {
                var post = new FormPost { FormId = form.Id, Key = Guid.NewGuid(), At = db.Now, Doubt = PostDoubt.Links, Company = "某", Person = "某", ConsentRevision = 1, ConsentText = "" };
                post.Hold();
                return post;
            }));
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
        using (var first = await SendAsync(visitor, ("Input.Need", "<b>x</b>")))
        {
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        }

        var fields = With(await FieldsAsync(visitor, _address), ("Input.Need", "<b>y</b>"));
        _app.Clock.Now += TimeSpan.FromSeconds(4);
        _app.Commands.Reset();
        using var second = await visitor.Post(_address, fields);

        Assert.Equal((HttpStatusCode.Redirect, 0), (second.StatusCode, _app.Commands.Count));
        using var honest = await SendAsync(visitor);
        Assert.Equal((1, TakePost.MostWaiting + 1), (await CountAsync(), await _app.Database.Read(db => db.FormPosts.CountAsync())));
    }

    private static async Task<string> OpenAsync(CrmApp app, string name = "官网咨询")
    {
        var admin = await app.SignInAs("admin");
        var source = await app.Database.Read(db => db.Dictionary.Where(word => word.Name == "官网").Select(word => word.Id).SingleAsync());
        using var saved = await admin.FillIn(
            "/admin/lead-forms/new", ("Input.Name", name), ("Input.SourceId", source.ToString(CultureInfo.InvariantCulture)), ("Input.OwnerId", World.Rep.UserId.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return "/f/" + await app.Database.Read(db => db.LeadForms.Where(form => form.Name == name).Select(form => form.Token).SingleAsync());
    }

    /// <summary>Opens the page, waits as a person would, and sends it.</summary>
    private Task<HttpResponseMessage> SendAsync(Visitor visitor, params (string, string?)[] changes) => SendAsync(visitor, "", changes);

    private async Task<HttpResponseMessage> SendAsync(Visitor visitor, string query, params (string, string?)[] changes)
    {
        var fields = await FieldsAsync(visitor, _address + query);
        _app.Clock.Now += TimeSpan.FromSeconds(5);
        return await visitor.Post(_address + query, With(fields, changes));
    }

    private static async Task<List<KeyValuePair<string, string>>> FieldsAsync(Visitor visitor, string address)
    {
        var stamp = (await visitor.Page(address)).QuerySelector("[name=Stamp]") as IHtmlInputElement;
        return
        [
            new("Stamp", stamp!.Value), new("Input.Company", "苏州明远精密有限公司"), new("Input.Person", "王工"), new("Input.Phone", "13912345678"),
            new("Input.Agreed", "true"), new("website", ""),
        ];
    }

    private static List<KeyValuePair<string, string>> With(List<KeyValuePair<string, string>> fields, params (string Name, string? Value)[] changes)
        => [.. fields.Where(field => changes.All(change => change.Name != field.Key)), .. changes.Select(change => new KeyValuePair<string, string>(change.Name, change.Value ?? ""))];

    private Task<int> CountAsync() => _app.Database.Read(db => db.Leads.CountAsync());
}
