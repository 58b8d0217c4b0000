using Microsoft.AspNetCore.Html;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Web.Formats;

/// <summary>The words of a view in the language of the request: <c>@T["客户"]</c>, <c>@T["共 {0} 家", n]</c>, <c>@T[text]</c>.</summary>
public sealed class Localizer(CompanyClock? clock = null)
{
    /// <summary>For the <c>lang</c> attribute.</summary>
    public string Language => Translations.Current.Culture.Name;

    public bool IsEnglish => Language == "en";

    public string this[Text text] => Translations.Current.Say(Dated(text));

    public string this[string format] => Translations.Current.Say(format);

    public string this[string format, params object?[] args] => this[new Text(format, args)];

    /// <summary>A day of this year goes without its year, as beside the sentence.</summary>
    private Text Dated(Text text)
        => clock is null || text.Args is not { Length: > 0 } args ? text
            : text with { Args = Array.ConvertAll(args, arg => arg switch { Text inner => Dated(inner), DateOnly day => DayWords.Of(day, clock.Today), _ => arg }) };

    /// <summary>The same with arguments that may be markup, e.g. a bold number; every other argument is encoded.</summary>
    public IHtmlContent Html(string format, params object?[] args)
    {
        var translated = Array.ConvertAll(args, arg => arg is Text text ? this[text] : arg is DateOnly day ? this["{0}", day] : arg);
        return new HtmlContentBuilder().AppendFormat(Translations.Current.Culture, Translations.Current.FormatOf(format, translated), translated!);
    }
}
