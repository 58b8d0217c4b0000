using System.Net;
using System.Text.RegularExpressions;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>The words of a text that another program keeps as HTML; never shown as markup.</summary>
internal static partial class PlainText
{
    public static string OfHtml(string html)
    {
        var text = Tag().Replace(Break().Replace(Unseen().Replace(html, ""), "\n"), "");
        return Blank().Replace(WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').ReplaceLineEndings("\n"), "\n").Trim();
    }

    [GeneratedRegex(@"<(script|style|head)\b[^>]*>.*?</\1[ \t\r\n]*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<br[ \t\r\n]*/?>|</(p|div|li|tr|h[1-6])[ \t\r\n]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[a-zA-Z!][^<>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n(?:[ \t]*\n)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();
}
