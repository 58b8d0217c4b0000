using System.Text.RegularExpressions;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Shared.Values;

/// <summary>A grade in the words of the field's tables: A, A级, VIP, 重要客户, A级(VIP客户).</summary>
internal static partial class GradeText
{
    public static Reading<Grade?> Read(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(Grade?);
        }

        var match = Shape().Match(text);
        var outer = match.Success ? Of(match.Groups["word"].Value) : null;
        var inner = match.Groups["inner"] is { Success: true } bracket ? Of(bracket.Value) : outer;
        return outer is not null && inner == outer
            ? outer
            : Reading<Grade?>.Refused(new Text("看不懂客户等级“{0}”，请写 A、B、C、D，或 VIP、重要、一般、潜在", TypedText.Quoted(typed!)));
    }

    private static Grade? Of(string word)
    {
        var key = NameKey.Of(word);
        foreach (var ending in (string[])["客户", "级", "类", "等"])
        {
            key = key.Length > ending.Length && key.EndsWith(ending, StringComparison.Ordinal) ? key[..^ending.Length] : key;
        }

        return key switch
        {
            "a" or "vip" => Grade.A,
            "b" or "重要" or "重点" => Grade.B,
            "c" or "一般" or "普通" => Grade.C,
            "d" or "潜在" => Grade.D,
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?<word>[^()]{1,20})(?:\((?<inner>[^()]{1,20})\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
