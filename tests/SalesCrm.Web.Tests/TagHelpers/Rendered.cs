using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace SalesCrm.Web.Tests.TagHelpers;

/// <summary>What a tag helper writes.</summary>
internal static class Rendered
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<string> Of(TagHelper helper, string tag, string content = "", params TagHelperAttribute[] attributes)
    {
        var output = new TagHelperOutput(tag, new TagHelperAttributeList(attributes), (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetContent(content)));
        if (content.Length > 0)
        {
            output.Content.SetContent(content);
        }

        await helper.ProcessAsync(new TagHelperContext(tag, new TagHelperAttributeList(attributes), new Dictionary<object, object>(), "test"), output);
        return Of(output);
    }

    public static string Of(IHtmlContent content)
    {
        var writer = new StringWriter();
        content.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    public static ViewContext View(string path = "/", string query = "", ModelStateDictionary? state = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor(), state ?? new ModelStateDictionary());
        return new ViewContext(action, new NoView(), new ViewDataDictionary(new EmptyModelMetadataProvider(), action.ModelState),
            new TempDataDictionary(http, new NoTempData()), TextWriter.Null, new HtmlHelperOptions());
    }

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
