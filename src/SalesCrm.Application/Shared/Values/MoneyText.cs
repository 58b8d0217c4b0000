using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Values;

/// <summary>Money in yuan as people write it: 50000, 1,234.56, ¥1,234, 1.2万, 5000元.</summary>
internal static partial class MoneyText
{
    public const decimal Most = 999_999_999_999.99m;

    public static Text OutOfRange { get; } = "金额应在 0 至 999,999,999,999.99 元之间";

    public static Text TooFine { get; } = "金额最多两位小数";

    public static Reading<decimal?> Read(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(decimal?);
        }

        return Shape().Match(text) is { Success: true } match
            ? Checked(match, typed!)
            : Reading<decimal?>.Refused(Reason(text, typed!));
    }

    /// <summary>The reason why an amount is not one that the product keeps; null when it is.</summary>
    public static Text? ProblemOf(decimal amount)
    {
        if (amount is < 0 or > Most)
        {
            return OutOfRange;
        }

        return decimal.Round(amount, 2) == amount ? default(Text?) : TooFine;
    }

    private static Reading<decimal?> Checked(Match match, string typed)
    {
        if (!decimal.TryParse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount > Most)
        {
            return Reading<decimal?>.Refused(OutOfRange);
        }

        amount *= UnitOf(match.Groups["unit"].Value);
        if (match.Groups["minus"].Success && amount != 0)
        {
            return Reading<decimal?>.Refused(new Text("金额不能为负数：“{0}”", TypedText.Quoted(typed)));
        }

        return ProblemOf(amount) is { } problem ? Reading<decimal?>.Refused(problem) : decimal.Round(amount, 2);
    }

    /// <summary>How much a counting word is: 万 is 10,000.</summary>
    private static decimal UnitOf(string unit) => unit switch
    {
        "" => 1,
        "千" => 1_000,
        "万" or "萬" => 10_000,
        "百万" or "百萬" => 1_000_000,
        "千万" or "千萬" => 10_000_000,
        "亿" or "億" => 100_000_000,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    private static Text Reason(string text, string typed)
    {
        var quoted = TypedText.Quoted(typed);
        if (Exponent().IsMatch(text))
        {
            return new Text("“{0}”是科学计数法，请写出完整的数字", quoted);
        }

        if (Foreign().IsMatch(text))
        {
            return new Text("“{0}”不是人民币金额，请换算成元", quoted);
        }

        return text.Contains(',', StringComparison.Ordinal)
            ? new Text("“{0}”中的逗号和小数点有歧义，请写成 1234.56 或 1,234.56", quoted)
            : new Text("看不懂金额“{0}”，请写成 1234.56、1,234.56 或 1.2万", quoted);
    }

    [GeneratedRegex(
        @"^(?<minus>-)?(?:(?:[¥￥]|RMB|CNY|人民币) *)?(?<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?) *(?<unit>百[万萬]|千[万萬]|千|[万萬亿億])? *(?:元整?|圆整?|块钱?|RMB|CNY|人民币)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[-+]?[0-9.]+e[-+]?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"[$€£]|USD|EUR|HKD|JPY|美元|欧元|港币|日元", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();
}
