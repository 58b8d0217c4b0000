using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Configuration;
using SalesCrm.Application.Database;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Tests.Hosting;

public sealed class HostingTests
{
    private static readonly string[] Required = ["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"];

    [Fact]
    public async Task Every_kind_of_answer_has_the_security_headers()
    {
        await using var app = await CrmApp.CreateAsync();
        var rep = await app.SignInAs("rep");
        var answers = new List<HttpResponseMessage>
        {
            await rep.Get("/preferences/menu"),
            await rep.Get("/nothing/here"),
            await rep.Get("/admin/users"),
            await rep.Post("/account/password", []),
            await app.Visit().Get("/preferences/menu"),
            await app.Visit().Get("/account/login"),
            await app.Visit().Get("/health/live"),
            await app.Visit().Get("/favicon.svg"),
            await app.Visit().Http.SendAsync(new HttpRequestMessage(HttpMethod.Put, "/")),
        };
        Assert.Equal([200, 404, 403, 400, 302, 200, 200, 200, 405], answers.Select(answer => (int)answer.StatusCode));
        foreach (var answer in answers)
        {
            Assert.All(Required, header => Assert.True(answer.Headers.Contains(header), $"{answer.RequestMessage!.RequestUri} {header}"));
            Assert.False(answer.Headers.Contains("Server"));
        }

        Assert.Equal("no-store, max-age=0", answers[0].Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task A_form_in_an_alphabet_that_is_not_read_is_refused()
    {
        await using var app = await CrmApp.CreateAsync();
        using var form = new StringContent("UserName=+AGE-", System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        form.Headers.ContentType!.CharSet = "utf-7";
        using var answer = await app.Visit().Http.PostAsync("/account/login", form);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData(5, 400)]
    [InlineData(50, 413)]
    public void A_form_that_is_too_large_is_not_called_too_old(long bytes, int status)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentLength = bytes;
        http.Features.Set<IHttpMaxRequestBodySizeFeature>(new Limit());
        var context = new ResultExecutingContext(new(http, new(), new()), [], new AntiforgeryValidationFailedResult(), this);

        new TooLargeForms().OnResultExecuting(context);

        Assert.Equal(status, Assert.IsAssignableFrom<StatusCodeResult>(context.Result).StatusCode);
    }

    private sealed class Limit : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => true;
        public long? MaxRequestBodySize { get; set; } = 10;
    }

    [Fact]
    public async Task Too_many_tries_to_sign_in_have_to_wait()
    {
        await using var app = await CrmApp.CreateAsync(new Dictionary<string, string?> { ["RateLimits:LoginsPerMinute"] = "3" });
        var visitor = app.Visit();
        var codes = new List<HttpStatusCode>();
        for (var round = 0; round < 4; round++)
        {
            using var answer = await visitor.PostForm("/account/login", ("UserName", $"nobody{round}"), ("Password", "guess guess guess"));
            codes.Add(answer.StatusCode);
            Assert.Equal(round == 3, answer.Headers.RetryAfter is not null);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, codes[3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, codes[2]);
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        using var spoofed = await visitor.PostForm("/account/login", ("UserName", "nobody"), ("Password", "guess guess guess"));
        Assert.Equal(HttpStatusCode.TooManyRequests, spoofed.StatusCode);
    }

    [Fact]
    public async Task Health_says_its_state_and_nothing_else()
    {
        await using var app = await CrmApp.CreateAsync();
        Assert.Equal("Healthy", await app.Visit().Http.GetStringAsync("/health/ready"));
        Assert.Equal("Healthy", await app.Visit().Http.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task Other_host_names_are_refused()
    {
        await using var app = await CrmApp.CreateAsync(new Dictionary<string, string?> { ["AllowedHosts"] = "crm.example.com" }, "Production");
        using var known = await app.Visit("https://crm.example.com").Get("/account/login");
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        using var other = await app.Visit("https://evil.example").Get("/account/login");
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("*", 1)]
    [InlineData("crm.example.com;*", 1)]
    [InlineData("crm.example.com", 0)]
    public void Production_names_each_setting_that_is_not_safe(string? hosts, int problems)
        => Assert.Equal(problems, ProductionRules.ProblemsOf(new ConfigurationBuilder().AddInMemoryCollection([new("AllowedHosts", hosts)]).Build()).Count);

    [Fact]
    public async Task Nodes_share_the_key_ring_and_sessions_through_the_database()
    {
        await using var first = await CrmApp.CreateAsync();
        await first.SignInAs("rep");
        Assert.True(await first.Database.With((KeyRing ring) => Task.FromResult(ring.Read().Count > 0)));
        Assert.All(await first.Database.With((KeyRing ring) => Task.FromResult(ring.Read())), xml => Assert.Contains("<key ", xml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Passwords_are_hashed_220000_times_and_old_hashes_renewed()
    {
        await using var app = await CrmApp.CreateAsync(new Dictionary<string, string?> { ["SignIn:HashRounds"] = "220000" });
        await app.SignInAs("rep");
        var hash = Convert.FromBase64String(await app.Database.Read(db => Task.FromResult(db.Users.Where(user => user.Id == 4).Select(user => user.PasswordHash!).Single())));
        Assert.Equal(1, hash[0]);
        Assert.Equal([0, 0, 0, 2], hash[1..5]);
        Assert.Equal(220_000, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)));
        Assert.NotNull(await app.SignInAs("rep", World.Password));
    }
}
