using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Testing;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Tests.Hosting;

/// <summary>The frame alone, without database and sign-in.</summary>
public sealed class WebShellTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ApplicationName = typeof(Program).Assembly.GetName().Name });
        builder.WebHost.UseTestServer();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(Program).Assembly);
        builder.Services.AddWebShell();
        builder.Services.AddSingleton(new CompanyClock(new FixedClock(), CompanyClock.ZoneOf(null)));
        _app = builder.Build();
        _app.UseWebShell();
        _app.UseRouting();
        _app.MapGet("/secret-failure", string () => throw new InvalidOperationException("password=hunter2"));
        _app.MapGet("/too-big", string () => throw new Microsoft.AspNetCore.Http.BadHttpRequestException("big", 413));
        _app.MapRazorPages();
        await _app.StartAsync();
        _client = _app.GetTestServer().CreateClient();
        _client.BaseAddress = new Uri("https://crm.example/");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/nothing-here", 404)]
    [InlineData("/secret-failure", 500)]
    [InlineData("/too-big", 413)]
    public async Task Every_answer_carries_the_security_headers(string path, int status)
    {
        var answer = await _client.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'", Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("max-age=63072000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_tells_its_number_and_nothing_else()
    {
        var page = await _client.ReadAsync("/secret-failure");
        Assert.DoesNotContain("hunter2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.Contains("请求编号", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_page_cannot_be_asked_for_directly()
        => Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/errors/500")).StatusCode);

    [Fact]
    public async Task Speaks_Chinese_whatever_the_browser_asks_for()
    {
        _client.DefaultRequestHeaders.Add("Accept-Language", "en-US");
        var page = await _client.ReadAsync("/nothing-here");
        Assert.Contains("<html lang=\"zh-CN\" data-bs-theme=\"auto\">", page, StringComparison.Ordinal);
        Assert.Contains("没有找到", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_English_and_turns_dark_by_cookie()
    {
        _client.DefaultRequestHeaders.Add("Cookie", "salescrm.language=en; salescrm.theme=dark");
        var page = await _client.ReadAsync("/nothing-here");
        Assert.Contains("<html lang=\"en\" data-bs-theme=\"dark\">", page, StringComparison.Ordinal);
        Assert.Contains("Not found", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("salescrm.language=fr; salescrm.theme=%22onload")]
    public async Task Ignores_a_cookie_that_it_does_not_know(string cookies)
    {
        _client.DefaultRequestHeaders.Add("Cookie", cookies);
        Assert.Contains("<html lang=\"zh-CN\" data-bs-theme=\"auto\">", await _client.ReadAsync("/nothing-here"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_remembered_and_leads_back_only_to_our_own_pages()
    {
        var here = await Post("/preferences/language", ("Language", "en"), ("ReturnUrl", "/customers?sort=due"));
        Assert.Equal("/customers?sort=due", here.Headers.Location?.OriginalString);
        Assert.Contains(here.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("salescrm.language=en", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.Ordinal));
        var away = await Post("/preferences/language", ("Language", "en"), ("ReturnUrl", "https://evil.example/"));
        Assert.Equal("/", away.Headers.Location?.OriginalString);
        var unknown = await Post("/preferences/theme", ("Theme", "pink"), ("ReturnUrl", "/"));
        Assert.DoesNotContain(unknown.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], cookie => cookie.Contains("salescrm.theme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preference_without_a_token_is_refused()
    {
        var answer = await _client.PostAsync("/preferences/theme", new FormUrlEncodedContent([new("Theme", "dark")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));

    private async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        var page = await _client.GetAsync("/nothing-here");
        var html = await page.Content.ReadAsStringAsync();
        var token = html.Split("name=\"antiforgery-token\" content=\"")[1].Split('"')[0];
        var cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("__RequestVerificationToken", token))),
        };
        request.Headers.Add("Cookie", cookies);
        return await _client.SendAsync(request);
    }
}

file static class Reading
{
    /// <summary>The page also when its status is an error.</summary>
    public static async Task<string> ReadAsync(this HttpClient client, string path)
        => WebUtility.HtmlDecode(await (await client.GetAsync(path)).Content.ReadAsStringAsync());
}
