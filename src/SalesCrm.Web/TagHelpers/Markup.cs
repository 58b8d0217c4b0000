using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace SalesCrm.Web.TagHelpers;

/// <summary>Markup that several tag helpers write; formatted arguments are encoded.</summary>
internal static class Markup
{
    public static IHtmlContent Icon(string name) => Format("<i class=\"ti {0}\" aria-hidden=\"true\"></i>", name);

    public static IHtmlContent Format([StringSyntax("CompositeFormat")] string format, params object[] args)
        => new HtmlContentBuilder().AppendFormat(CultureInfo.InvariantCulture, format, args);

    /// <summary>A coordinate in a drawing.</summary>
    public static string Place(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
