using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesCrm.Application.Shared.Values;

/// <summary>What a text on the competition says about one of them: 竞品A报价低10% is 竞品A at −10 % against our price.</summary>
internal readonly partial record struct RivalOffer(string Competitor, decimal GapPercent)
{
    /// <summary>All offers that the text names; none when it says it in another way. The text itself stays what is kept and shown.</summary>
    public static IReadOnlyList<RivalOffer> In(string? text)
        => string.IsNullOrEmpty(text) ? [] : Shape().Matches(text).Select(Of).Where(offer => Math.Abs(offer.GapPercent) <= 100).ToArray();

    private static RivalOffer Of(Match match)
    {
        var percent = decimal.Parse(match.Groups["percent"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new(match.Groups["who"].Value.Trim(), match.Groups["way"].Value is "低" or "便宜" ? -percent : percent);
    }

    [GeneratedRegex(
        @"(?<=^|[\s，,；;。、])(?<who>[^\s，,；;。、%％]{1,40}?)(?:的)?(?:报价|報價|价格|價格|单价)?(?:比我们|比我方|比我司|较我方|较我们)?(?:的)?(?:报价|价格)?(?<way>低|便宜|高|贵|貴)(?:了|出|约|大约)?\s*(?<percent>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s*[%％]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
