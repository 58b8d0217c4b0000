using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Values;

/// <summary>The words for yes and no in tables.</summary>
internal static class YesNoText
{
    public static Text Name(bool value) => value ? "是" : "否";

    public static Reading<bool?> Read(string? typed)
    {
        if (TypedText.Folded(typed) is not { } text)
        {
            return default(bool?);
        }

        return text.ToLowerInvariant() switch
        {
            "是" or "有" or "对" or "對" or "真" or "已" or "y" or "yes" or "true" or "t" or "1" or "√" or "✓" or "✔" or "☑" => true,
            "否" or "无" or "無" or "不" or "没有" or "沒有" or "不是" or "假" or "未" or "n" or "no" or "false" or "f" or "0" or "×" or "✗" or "✘" or "☒" => false,
            _ => Reading<bool?>.Refused(new Text("“{0}”应为“是”或“否”", TypedText.Quoted(typed!))),
        };
    }
}
