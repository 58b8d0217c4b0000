using System.Net;
using System.Text.RegularExpressions;

namespace SalesCrm.Benchmarks.Load;

/// <summary>One person's browser: his cookies, as many connections as asked for, no redirects.</summary>
internal sealed partial class Site : IDisposable
{
    private readonly HttpClient _http;
    private string _token = "";

    private Site(Uri address)
        => _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 64 }) { BaseAddress = address };

    public static Site Nobody(Uri address) => new(address);

    public static async Task<Site> SignInAsync(Uri address, string user)
    {
        var site = new Site(address);
        await site.TakeTokenAsync("/account/login");
        var answer = await site.PostAsync("/account/login", [new("UserName", user), new("Password", Password)]);
        if (answer.Status != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{user} could not sign in: {answer.Status}");
        }

        await site.TakeTokenAsync("/preferences/menu");
        return site;
    }

    /// <summary>The demo company's.</summary>
    private static string Password => SalesCrm.Application.Users.CreateDemoPeople.Password;

    public async Task<string> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK ? text : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
    }

    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", _token)));
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();

    private async Task TakeTokenAsync(string path) => _token = Token().Match(await GetAsync(path)).Groups[1].Value;

    [GeneratedRegex("""name="antiforgery-token" content="([^"]+)""")]
    private static partial Regex Token();
}
