using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace SalesCrm.Application.Shared.Localization;

/// <summary>One language of the product. Chinese needs no table: its sentences are the keys.</summary>
public sealed class Translations
{
    private readonly FrozenDictionary<string, string> _sentences;
    private readonly Numbers _numbers;

    private Translations(CultureInfo culture, FrozenDictionary<string, string> sentences)
    {
        Culture = culture;
        _sentences = sentences;
        _numbers = new Numbers(culture);
    }

    public CultureInfo Culture { get; }

    public static Translations Chinese { get; } = new(CultureInfo.GetCultureInfo("zh-CN"), FrozenDictionary<string, string>.Empty);

    public static Translations English { get; } = new(CultureInfo.GetCultureInfo("en"), Load("en."));

    /// <summary>The language of the request or thread: English for any English culture, otherwise Chinese.</summary>
    public static Translations Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Chinese;

    public bool Has(string sentence) => _sentences.ContainsKey(sentence);

    public string Say(Text text)
    {
        var format = _sentences.GetValueOrDefault(text.Format, Bare(text.Format));
        if (text.Args is not { Length: > 0 } args)
        {
            return format;
        }

        var said = Array.ConvertAll(args, arg => arg switch { Text inner => Say(inner), DateOnly day => DayWords.Of(day, language: this), _ => arg });
        return string.Format(_numbers, format, said);
    }

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

    /// <summary>The culture's formats, and the word that goes with a number: <c>{0} {0:deal|deals}</c> says 1 deal and 2 deals.</summary>
    private sealed class Numbers(CultureInfo culture) : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => format?.Split('|') switch
        {
            [var one, var many] => Convert.ToString(arg, culture) == "1" ? one : many,
            _ => arg is IFormattable value ? value.ToString(format, culture) : arg?.ToString() ?? "",
        };
    }
}
