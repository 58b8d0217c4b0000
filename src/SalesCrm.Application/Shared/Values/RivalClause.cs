using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Shared.Values;

/// <summary>Reads one clause of a text on the competition: whose price it speaks of, and how far that is from ours.</summary>
internal static partial class RivalClause
{
    private const string Separators = "，,；;。、！!？?\n\r";

    /// <summary>The clauses of a text, each as written and, of the same length, in one width, script and case.</summary>
    public static IEnumerable<(string Words, string Folded)> Of(string text)
    {
        foreach (var part in text.Split(Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return (part, Folded(part));
        }
    }

    public static void Read(string words, string folded, IReadOnlyCollection<string> known, List<RivalOffer> offers)
    {
        var price = Price().Match(folded);
        var gap = price.Success ? GapOf(price) : null;
        var said = price.Success ? price : Comparison().Match(folded);
        var who = said.Success ? said.Index : folded.Length;
        if (KnownIn(folded, known) is { } onFile)
        {
            Add(offers, new(onFile, IsOurs(folded[..who]) ? Turned(gap) : gap, words, true));
            return;
        }

        if (!said.Success)
        {
            foreach (Match match in RivalName.Standing().Matches(folded))
            {
                Add(offers, new(words.Substring(match.Groups["who"].Index, match.Groups["who"].Length).Trim(), null, words, true));
            }

            return;
        }

        var ours = Ours().Match(folded[..who]);
        var (start, ownSide) = ours.Success ? (ours.Length, true) : (0, false);
        var saysPrice = said.Groups["price"].Success || said.Groups["way"].Value is "便宜" or "贵" || said.Groups["sign"].Success;
        foreach (var name in RivalName.In(words[start..who], folded[start..who], saysPrice))
        {
            if (name is { Name: null } && (gap is null || ownSide))
            {
                continue;
            }

            Add(offers, new(name.Name, ownSide ? Turned(gap) : gap, words, name.IsCertain));
        }
    }

    /// <summary>One offer for each name; a figure in a later clause without a name belongs to the one before it.</summary>
    private static void Add(List<RivalOffer> offers, RivalOffer offer)
    {
        var at = offer.Competitor is null ? offers.Count - 1 : offers.FindIndex(other => other.Competitor is not null && NameKey.OfCompany(other.Competitor) == NameKey.OfCompany(offer.Competitor));
        if (at < 0)
        {
            offers.Add(offer);
        }
        else if (offers[at].GapPercent is null && offer.GapPercent is not null)
        {
            offers[at] = offers[at] with { GapPercent = offer.GapPercent, Words = offers[at].Words + "，" + offer.Words };
        }
    }

    /// <summary>The longest name on file that the clause contains.</summary>
    private static string? KnownIn(string folded, IReadOnlyCollection<string> known)
        => known.Where(name => name.Length > 1 && Folded(name) is var key && folded.Contains(key, StringComparison.Ordinal) && !GoesOn(folded, key)).OrderByDescending(name => name.Length).FirstOrDefault();

    /// <summary>竞品A is not what 竞品AB speaks of.</summary>
    private static bool GoesOn(string folded, string name)
        => folded.IndexOf(name, StringComparison.Ordinal) + name.Length is var end && end < folded.Length && char.IsAsciiLetterOrDigit(name[^1]) && char.IsAsciiLetterOrDigit(folded[end]);

    private static bool IsOurs(string before) => Ours().IsMatch(before);

    /// <summary>We 8 % above them is them 7.41 % below us.</summary>
    private static decimal? Turned(decimal? gap) => gap is { } ours ? Math.Round(-ours * 100 / (100 + ours), 2) : null;

    private static decimal? GapOf(Match price)
    {
        if (price.Groups["same"].Success)
        {
            return 0;
        }

        var value = NumberOf(price.Groups["num"].Value);
        var percent = price.Groups["unit"].Value switch
        {
            "成" => value * 10,
            "成半" => (value * 10) + 5,
            "折" => (value <= 10 ? value * 10 : value) - 100,
            _ => value,
        };
        if (price.Groups["of"].Success && price.Groups["unit"].Value != "折")
        {
            percent -= 100;
        }

        percent = price.Groups["way"].Value is "低" or "便宜" or "少" or "优惠" || price.Groups["sign"].Value == "-" ? -percent : percent;
        return Math.Abs(percent) < 100 ? percent : null;
    }

    private static decimal NumberOf(string written)
        => decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumber(written);

    /// <summary>半, 三, 十五, 二十, 九五 (as in 九五折).</summary>
    private static decimal ChineseNumber(string written)
    {
        if (written == "半")
        {
            return 0.5m;
        }

        var (sum, digit) = (0m, 0m);
        foreach (var sign in written)
        {
            (sum, digit) = sign == '十' ? (sum + ((digit == 0 ? 1 : digit) * 10), 0) : (sum, (digit * 10) + (sign == '两' ? 2 : "零一二三四五六七八九".IndexOf(sign, StringComparison.Ordinal)));
        }

        return sum + digit;
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            var plain = sign switch { >= '！' and <= '～' => (char)(sign - 0xFEE0), '\u3000' => ' ', '−' or '–' => '-', _ => sign };
            var rune = char.IsSurrogate(plain) ? default : Simplified.Of(new Rune(plain));
            folded.Append(char.ToLowerInvariant(rune != default && rune.IsBmp ? (char)rune.Value : plain));
        }

        return folded.ToString();
    }

    private const string Numbers = @"(?<num>[0-9]{1,3}(?:\.[0-9]{1,2})?|[一二两三四五六七八九十半]{1,3})";

    private const string Prefix = @"(?:的)?(?:产品|设备)?(?<price>(?:含税|投标|最新)?(?:报价|价格|价钱|总价|单价|售价|报))?(?:上|方面)?(?:大概|大约|可能|还|也|都|要|会|又)?(?:(?:比|较)(?:我们|我方|我司|咱们|我)(?:的)?(?<price>报价|价格|价)?)?(?:还|也|都|要|会|更|整整)?";

    [GeneratedRegex(
        Prefix + @"(?<way>低|便宜|优惠|少|高|贵)(?:了|出|约|大约|大概|将近|近|有)?\s*(?:百分之(?<num>[0-9]{1,3}|[一二三四五六七八九十]{1,3})|" + Numbers + @"\s*(?<unit>%|个?百分点|个点|点|成半|成))"
        + @"|(?:的)?(?<price>报价|价格|价)?(?<of>(?:只|仅)?(?:是|有|相当于|为)我们(?:的)?(?:报价|价格|价)?的?)\s*(?<num>[0-9]{1,3}(?:\.[0-9]{1,2})?|[一二三四五六七八九]{1,2})\s*(?<unit>折|%)"
        + @"|(?:的)?(?<price>报价|价格)?(?:与|和|跟|同)我们(?:的)?(?:报价|价格|价)?(?<same>持平|一样|相同)"
        + @"|\s*[/:]?\s*(?<![0-9%])(?<sign>[-+])\s*" + Numbers + @"\s*(?<unit>%)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Price();

    /// <summary>A price that is said to differ, without a figure.</summary>
    [GeneratedRegex(@"(?:的)?(?<price>报价|价格|总价|单价|售价)(?:上|方面)?(?:也|都|还|要|会)?(?:(?:比|较)(?:我们|我方|我司)(?:的)?)?(?:更|偏|较|略|很)?(?<way>低|便宜|高|贵|有优势)", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    /// <summary>The clause speaks of our price against theirs.</summary>
    [GeneratedRegex(@"^(?:目前|现在)?(?:我们|我方|我司|咱们|本公司)?(?:的)?(?:产品)?(?:报价|价格|价)?(?:要|还)?比(?!我们|我方|我司)", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();
}
