using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SalesCrm.Testing.Web;

/// <summary>A browser without scripts: keeps cookies, follows no redirect by itself, and sends forms with their token.</summary>
public sealed class Visitor(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public Task<HttpResponseMessage> Get(string path) => Http.GetAsync(path);

    /// <summary>The page at <paramref name="path"/>, which must answer 200.</summary>
    public async Task<IHtmlDocument> Page(string path)
    {
        using var answer = await Get(path);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK ? Parse(text) : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode} {answer.Headers.Location}\n{text}");
    }

    /// <summary>Posts a form as the page at the same address would; the values of the page's own fields are not added.</summary>
    public Task<HttpResponseMessage> PostForm(string path, params (string Name, string? Value)[] fields)
        => PostForm(path, fields.Select(field => KeyValuePair.Create(field.Name, field.Value ?? "")));

    public async Task<HttpResponseMessage> PostForm(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = await TokenAt(path) ?? await TokenAsync();
        return await Post(path, fields.Append(KeyValuePair.Create("__RequestVerificationToken", token ?? "")));
    }

    /// <summary>What every form of this visitor carries.</summary>
    public async Task<string?> TokenAsync() => await TokenAt("/preferences/menu") ?? await TokenAt("/account/login");

    /// <summary>Fills in the form of the page at <paramref name="path"/>: its hidden and visible values, changed by <paramref name="changes"/>, sent to its own address.</summary>
    public async Task<HttpResponseMessage> FillIn(string path, params (string Name, string? Value)[] changes)
    {
        var form = (await Page(path)).QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First();
        var fields = ValuesOf(form).Where(field => !changes.Any(change => change.Name == field.Key))
            .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value!)));
        return await Post(form.GetAttribute("action") is { Length: > 0 } action ? action : path, fields);
    }

    /// <summary>Posts exactly these fields.</summary>
    public Task<HttpResponseMessage> Post(string path, IEnumerable<KeyValuePair<string, string>> fields) => Http.PostAsync(path, new FormUrlEncodedContent(fields));

    public static async Task<IHtmlDocument> Read(HttpResponseMessage answer) => Parse(await answer.Content.ReadAsStringAsync());

    private async Task<string?> TokenAt(string path)
    {
        using var answer = await Get(path);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return null;
        }

        var page = await Read(answer);
        return page.QuerySelector("meta[name=antiforgery-token]")?.GetAttribute("content") is { Length: > 0 } token ? token : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.Where(element => !string.IsNullOrEmpty(element.GetAttribute("name"))))
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement { Type: "submit" or "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            };
            if (value is not null)
            {
                yield return KeyValuePair.Create(element.GetAttribute("name")!, value);
            }
        }
    }

    private static IHtmlDocument Parse(string text) => new HtmlParser().ParseDocument(text);
}
