using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Values;

/// <summary>A whole number with or without its counting word: 5, 5次, 1,200.</summary>
internal static partial class CountText
{
    public const int Most = 999_999_999;

    public static Reading<int?> Read(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(int?);
        }

        var match = Shape().Match(text);
        if (!match.Success)
        {
            return Reading<int?>.Refused(new Text("“{0}”不是整数，请写成 5 或 5次", TypedText.Quoted(typed!)));
        }

        return int.TryParse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most
            ? count
            : Reading<int?>.Refused(new Text("数量应在 0 至 {0:N0} 之间", Most));
    }

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+) *(?:次|个|個|套|台|臺|件|家|人|单|單|笔|筆|天|日|份|条|條|张|張|位|批|箱|盒|组|組|户|戶|辆|輛|部|支|本|年|月|小时|分)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
