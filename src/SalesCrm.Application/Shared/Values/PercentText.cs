using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Values;

/// <summary>Per cent with or without its sign: 30 and 30% are both 30. A share such as 0.3 stays 0.3: columns say whether they hold per cent.</summary>
internal static partial class PercentText
{
    /// <summary>More is a slip: growth from next to nothing.</summary>
    public const decimal Most = 99_999;

    private const int Decimals = 4;

    public static Reading<decimal?> Read(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(decimal?);
        }

        var match = Shape().Match(text);
        if (!match.Success)
        {
            return Reading<decimal?>.Refused(new Text("看不懂百分比“{0}”，请写成 30 或 30%", TypedText.Quoted(typed!)));
        }

        return decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= Most && decimal.Round(percent, Decimals) == percent
                ? percent
                : Reading<decimal?>.Refused(new Text("百分比应在 0 至 {0:N0} 之间，最多 {1} 位小数", Most, Decimals));
    }

    [GeneratedRegex(@"^(?<number>[0-9]+(?:\.[0-9]+)?) *%?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
