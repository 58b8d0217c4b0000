using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Imports;

/// <summary>The steps of an import in the browser.</summary>
internal static class ImportSteps
{
    /// <summary>Uploads, takes the proposed mapping and lets it create customers, tries, and writes; the page of the result.</summary>
    public static async Task<IHtmlDocument> ImportAsync(Visitor visitor, string kind, string csv)
    {
        var mapping = await UploadAsync(visitor, csv);
        using var mapped = await visitor.FillIn(mapping + "?kind=" + kind, ("Create", "Customer"));
        Assert.Equal(HttpStatusCode.Redirect, mapped.StatusCode);
        await WaitAsync(visitor, mapping.Replace("/mapping", "/check", StringComparison.Ordinal));
        using var committed = await visitor.PostForm(mapping.Replace("/mapping", "/commit", StringComparison.Ordinal), ("AllOrNothing", "true"));
        return await WaitAsync(visitor, committed.Headers.Location!.ToString());
    }

    public static async Task<string> UploadAsync(Visitor visitor, string csv, string? profile = null, string name = "客户名单（最终）.csv")
    {
        using var answer = await PostFileAsync(visitor, name, csv, profile);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public static Task<HttpResponseMessage> PostFileAsync(Visitor visitor, string name, string content, string? profile = null)
        => PostFileAsync(visitor, name, Encoding.UTF8.GetBytes(content), profile);

    public static async Task<HttpResponseMessage> PostFileAsync(Visitor visitor, string name, byte[] content, string? profile = null)
    {
        var token = (await visitor.Page("/imports/new")).QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "Upload", name },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        if (profile is not null)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(profile)), "Profile", "mapping.json");
        }

        return await visitor.Http.PostAsync("/imports/new", form);
    }

    /// <summary>Asks until the work in the background is over.</summary>
    public static async Task<IHtmlDocument> WaitAsync(Visitor visitor, string path)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(2);)
        {
            var page = await visitor.Page(path);
            if (page.QuerySelector("#report[hx-trigger]") is null)
            {
                return page;
            }
        }

        throw new TimeoutException(path);
    }
}
