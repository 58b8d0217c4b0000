using Microsoft.AspNetCore.Html;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Formats;

/// <summary>The words of a view in the language of the request: <c>@T["客户"]</c>, <c>@T["共 {0} 家", n]</c>, <c>@T[text]</c>.</summary>
public sealed class Localizer
{
    /// <summary>For the <c>lang</c> attribute.</summary>
    public string Language => Translations.Current.Culture.Name;

    public bool IsEnglish => Language == "en";

    public string this[Text text] => Translations.Current.Say(text);

    public string this[string format] => Translations.Current.Say(format);

    public string this[string format, params object?[] args] => Translations.Current.Say(new Text(format, args));

    /// <summary>The same with arguments that may be markup, e.g. a bold number; every other argument is encoded.</summary>
    public IHtmlContent Html(string format, params object?[] args)
    {
        var translated = Array.ConvertAll(args, arg => arg is Text text ? this[text] : arg);
        return new HtmlContentBuilder().AppendFormat(Translations.Current.Culture, Translations.Current.Say(format), translated!);
    }
}
