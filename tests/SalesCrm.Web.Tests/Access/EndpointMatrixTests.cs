using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Users;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Access;

/// <summary>A1, A2, S8: every address, every role, reading and sending.</summary>
public sealed partial class EndpointMatrixTests(EndpointMatrixTests.SignedIn people) : IClassFixture<EndpointMatrixTests.SignedIn>
{
    public static TheoryData<string> Addresses => [.. EndpointTable.Rows.Keys];

    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var found = people.Endpoints.Keys.ToHashSet();
        Assert.True(found.SetEquals(EndpointTable.Rows.Keys),
            $"Without a row: {string.Join(", ", found.Except(EndpointTable.Rows.Keys))}; without a page: {string.Join(", ", EndpointTable.Rows.Keys.Except(found))}");
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Shows_a_page_to_its_roles_and_to_nobody_else(string address)
    {
        var (path, allowed) = (Filled(address), EndpointTable.Rows[address]);
        using (var answer = await people.Stranger.Get(path))
        {
            Assert.Equal(allowed.Length > 0, IsLedToSignIn(answer));
        }

        foreach (var (role, visitor) in people.Visitors)
        {
            using var answer = await visitor.Get(path);
            Assert.False(IsLedToSignIn(answer), $"{role} is signed in");
            Assert.True((int)answer.StatusCode < 500, $"{role} got {answer.StatusCode}");
            Assert.Equal(allowed.Length == 0 || allowed.Contains(role), answer.StatusCode != HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Takes_a_form_from_its_roles_only_and_only_with_its_token(string address)
    {
        var (path, allowed) = (Filled(address), EndpointTable.Rows[address]);
        var before = await ChangesAsync();
        var takesForms = people.Endpoints[address];
        foreach (var (role, visitor) in people.Visitors)
        {
            using var withoutToken = await visitor.Post(path, [new("Id", "1"), new("Input.Name", "x")]);
            Assert.InRange((int)withoutToken.StatusCode, 400, 405);
            if (allowed.Length > 0 && !allowed.Contains(role))
            {
                using var refused = await visitor.PostForm(path, ("Input.Name", "x"), ("Input.Role", "Admin"));
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            }
            else if (takesForms)
            {
                Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
            }
        }

        if (allowed.Length > 0)
        {
            using var stranger = await people.Stranger.PostForm(path, ("Input.Name", "x"));
            Assert.True(IsLedToSignIn(stranger));
        }

        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task What_is_posted_and_is_no_form_is_refused_and_no_failure(string address)
    {
        if (!people.Endpoints[address])
        {
            return;
        }

        var (path, before) = (Filled(address), await ChangesAsync());
        var visitor = people.Visitors[Role.Admin];
        var token = await visitor.TokenAsync();
        foreach (var (type, body) in new[] { ("multipart/form-data; boundary=x", "--x\r\n"), ("multipart/form-data", "x"), ("application/json", "{}"), (null, "") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
            request.Headers.Add("RequestVerificationToken", token);
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
            using var answer = await visitor.Http.SendAsync(request);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{type}: {answer.StatusCode}");
        }

        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Looking_changes_nothing(string address)
    {
        if (address.StartsWith("exports/", StringComparison.Ordinal))
        {
            // A download is written down on purpose.
            return;
        }

        var before = await ChangesAsync();
        foreach (var visitor in people.Visitors.Values)
        {
            (await visitor.Get(Filled(address))).Dispose();
        }

        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_refused(string method)
    {
        foreach (var path in EndpointTable.Rows.Keys.Select(Filled))
        {
            using var answer = await people.Visitors[Role.Admin].Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
    }

    private static bool IsLedToSignIn(HttpResponseMessage answer)
        => answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().StartsWith("/account/login", StringComparison.Ordinal) && answer.RequestMessage!.RequestUri!.AbsolutePath != "/account/logout";

    private static string Filled(string address) => "/" + Parameter().Replace(address, parameter => parameter.Value switch
    {
        var text when text.Contains(":guid", StringComparison.Ordinal) => "0191d3a8-6a1e-7c3f-9a55-6f1f0c2b7e11",
        var text when text.Contains("list:", StringComparison.Ordinal) => "customers",
        _ => "1",
    });

    private Task<int> ChangesAsync() => people.App.Database.Read(async db => await db.AuditEntries.CountAsync() + await db.Sessions.CountAsync());

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>One program with one visitor per role, for all addresses.</summary>
    public sealed class SignedIn : IAsyncLifetime
    {
        public CrmApp App { get; private set; } = null!;

        public Visitor Stranger { get; private set; } = null!;

        public Dictionary<Role, Visitor> Visitors { get; } = [];

        /// <summary>Address without the leading slash → whether it takes forms. Static files apart.</summary>
        public Dictionary<string, bool> Endpoints { get; } = [];

        public async Task InitializeAsync()
        {
            App = await CrmApp.CreateAsync();
            Stranger = App.Visit();
            foreach (var (role, userName) in EndpointTable.People)
            {
                Visitors[role] = await App.SignInAs(userName);
            }

            var loader = App.Services.GetRequiredService<PageLoader>();
            foreach (var endpoint in App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
            {
                // The second is the framework's own for files that are added while one develops.
                if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}")
                {
                    continue;
                }

                var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
                var takesForms = page is not null && (await loader.LoadAsync(page, endpoint.Metadata)) is { } compiled
                    && compiled.HandlerMethods.Any(handler => handler.HttpMethod == "Post")
                    && !compiled.ModelTypeInfo!.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute), true);
                Endpoints[endpoint.RoutePattern.RawText!.Trim('/')] = takesForms;
            }
        }

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
