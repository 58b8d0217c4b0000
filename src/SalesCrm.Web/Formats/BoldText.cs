using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace SalesCrm.Web.Formats;

/// <summary>A figure in bold, which as text is the figure alone: by it a sentence chooses its words.</summary>
internal sealed class BoldText(string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<b>");
        encoder.Encode(writer, text);
        writer.Write("</b>");
    }

    public override string ToString() => text;
}
