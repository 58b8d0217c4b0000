using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SalesCrm.CrashDrill;

/// <summary>A form as a page offers it: where it goes and what stands in its fields.</summary>
internal sealed record Form(string Action, Dictionary<string, string> Fields);

/// <summary>What the server made of a form.</summary>
/// <param name="Location">Where it leads on to.</param>
/// <param name="Problem">What it finds wrong with it.</param>
internal sealed record Answer(HttpStatusCode Status, string Location, string Problem);

/// <summary>One person's browser, without scripts. Keeps its cookies over the deaths of the server, as a real one does.</summary>
internal sealed class Browser(Uri site) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = site,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>The page at <paramref name="path"/>; null where there is none for this person.</summary>
    public async Task<IHtmlDocument?> ReadAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()),
            HttpStatusCode.NotFound or HttpStatusCode.Forbidden => null,
            _ => throw new DrillException($"GET {path} answered {(int)answer.StatusCode} {answer.Headers.Location}"),
        };
    }

    /// <summary>The first form of the page's main part whose action, if it has one, ends like that; null where there is none.</summary>
    public async Task<Form?> FormAsync(string path, string actionEnd = "")
    {
        var forms = (await ReadAsync(path))?.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>();
        var form = forms?.FirstOrDefault(form => (form.GetAttribute("action") ?? "").EndsWith(actionEnd, StringComparison.Ordinal));
        return form is null ? null : new Form(form.GetAttribute("action") is { Length: > 0 } action ? action : path, ValuesOf(form));
    }

    public async Task<Answer> SendAsync(Form form)
    {
        using var content = new FormUrlEncodedContent(form.Fields.SelectMany(field => field.Value.Split('\u0001').Select(value => KeyValuePair.Create(field.Key, value))));
        return await PostAsync(form.Action, content);
    }

    /// <summary>The page that answers a form.</summary>
    public async Task<IHtmlDocument> SendForPageAsync(Form form)
    {
        using var content = new FormUrlEncodedContent(form.Fields);
        using var answer = await _http.PostAsync(form.Action, content);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    public async Task<Answer> UploadAsync(Form form, string field, string fileName, byte[] bytes)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, fileName } };
        foreach (var (name, value) in form.Fields)
        {
            content.Add(new StringContent(value), name);
        }

        return await PostAsync(form.Action, content);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> PostAsync(string path, HttpContent content)
    {
        using var answer = await _http.PostAsync(path, content);
        var page = answer.StatusCode == HttpStatusCode.UnprocessableEntity ? new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()) : null;
        return new Answer(answer.StatusCode, answer.Headers.Location?.ToString() ?? "", page?.QuerySelector(".problems, .form-error, .refusal")?.TextContent.Trim() ?? "");
    }

    /// <summary>Several values of one name (a list of selects) are kept in one text, divided by U+0001.</summary>
    private static Dictionary<string, string> ValuesOf(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            };
            if (value is not null && element.GetAttribute("name") is { Length: > 0 } name)
            {
                fields[name] = fields.TryGetValue(name, out var before) ? $"{before}\u0001{value}" : value;
            }
        }

        return fields;
    }
}

/// <summary>The server did what it never may.</summary>
internal sealed class DrillException(string message) : Exception(message);
