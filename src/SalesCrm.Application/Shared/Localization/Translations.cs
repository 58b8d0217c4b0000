using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesCrm.Application.Shared.Localization;

/// <summary>One language of the product. Chinese needs no table: its sentences are the keys.</summary>
public sealed partial class Translations
{
    private readonly FrozenDictionary<string, string> _sentences;

    private Translations(CultureInfo culture, FrozenDictionary<string, string> sentences)
    {
        Culture = culture;
        _sentences = sentences;
    }

    public CultureInfo Culture { get; }

    public static Translations Chinese { get; } = new(CultureInfo.GetCultureInfo("zh-CN"), FrozenDictionary<string, string>.Empty);

    public static Translations English { get; } = new(CultureInfo.GetCultureInfo("en"), Load("en."));

    /// <summary>The language of the request or thread: English for any English culture, otherwise Chinese.</summary>
    public static Translations Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Chinese;

    public bool Has(string sentence) => _sentences.ContainsKey(sentence);

    public string Say(Text text)
    {
        if (text.Args is not { Length: > 0 } args)
        {
            return Plain(text.Format);
        }

        var said = Array.ConvertAll(args, arg => arg switch { Text inner => Say(inner), DateOnly day => DayWords.Of(day, language: this), _ => arg });
        return string.Format(Culture, FormatOf(text.Format, said), said);
    }

    /// <summary>The format of a sentence, with the word that goes with each number: <c>{0} {0:deal|deals}</c> says 1 deal and 2 deals.</summary>
    /// <param name="sentence">In Chinese.</param>
    /// <param name="args">What fills it; of markup counts what it says of itself as text.</param>
    public string FormatOf(string sentence, object?[] args)
    {
        var format = Plain(sentence);
        return format.Contains('|', StringComparison.Ordinal)
            ? Choice().Replace(format, choice => Convert.ToString(args[int.Parse(choice.Groups["place"].ValueSpan, CultureInfo.InvariantCulture)], Culture) == "1" ? choice.Groups["one"].Value : choice.Groups["many"].Value)
            : format;
    }

    private string Plain(string sentence) => _sentences.GetValueOrDefault(sentence, Bare(sentence));

    /// <summary>A word without the mark that tells which of its meanings is meant.</summary>
    private static string Bare(string format) => format.IndexOf(Text.Meaning, StringComparison.Ordinal) is >= 0 and var mark ? format[..mark] : format;

    private static FrozenDictionary<string, string> Load(string prefix)
    {
        var assembly = typeof(Translations).Assembly;
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Translations/" + prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (chinese, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                sentences[chinese] = english;
            }
        }

        return sentences.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{(?<place>\d+):(?<one>[^{}|]*)\|(?<many>[^{}|]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Choice();
}
