using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Hosting;

/// <summary>To strangers, words alone: a page costs as much as what is kept away.</summary>
internal static class ShortAnswer
{
    public static Text TooOften { get; } = "提交得太频繁，请返回上一页，过一分钟再提交";

    public static Task WriteAsync(HttpResponse response, int status, Text words, CancellationToken cancellationToken = default)
    {
        (response.StatusCode, response.ContentType) = (status, "text/plain; charset=utf-8");
        return response.WriteAsync(Translations.Current.Say(words), cancellationToken);
    }
}
