using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesCrm.Web.TagHelpers;

/// <summary><c>&lt;spark values="@lastFive" goal="0.35m" low="@missed" /&gt;</c>: the last periods as a line, the last one dotted, the target dashed.</summary>
[HtmlTargetElement("spark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SparkTagHelper : TagHelper
{
    private const double Width = 92;
    private const double Height = 30;
    private const double Margin = 2;

    /// <summary>Oldest first; a period without a value is skipped.</summary>
    public IEnumerable<decimal?> Values { get; set; } = [];

    public decimal? Goal { get; set; }

    public bool Low { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var values = Values.ToArray();
        var known = values.OfType<decimal>().Concat(Goal is { } goal ? [goal] : []).Select(value => (double)value).ToArray();
        if (values.OfType<decimal>().Count() < 2)
        {
            output.SuppressOutput();
            return;
        }

        var (least, most) = (known.Min(), known.Max());
        double X(int index) => Margin + index * (Width - 2 * Margin) / (values.Length - 1);
        double Y(double value) => most - least < 1e-12 ? Height / 2 : Height - Margin - (value - least) / (most - least) * (Height - 2 * Margin);
        var points = values.Select((value, index) => (index, value)).Where(point => point.value is not null)
            .Select(point => (X: Markup.Place(X(point.index)), Y: Markup.Place(Y((double)point.value!)))).ToArray();

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Low ? "spark low" : "spark");
        output.Attributes.SetAttribute("viewBox", "0 0 92 30");
        output.Attributes.SetAttribute("aria-hidden", "true");
        if (Goal is { } aim)
        {
            output.Content.AppendHtml(Markup.Format("<polyline class=\"goal\" points=\"0,{0} 92,{0}\" />", Markup.Place(Y((double)aim))));
        }

        output.Content.AppendHtml(Markup.Format("<polyline points=\"{0}\" /><circle cx=\"{1}\" cy=\"{2}\" r=\"2.75\" />",
            string.Join(' ', points.Select(point => point.X + "," + point.Y)), points[^1].X, points[^1].Y));
    }
}
