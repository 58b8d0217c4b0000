using System.Text;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Users;

/// <summary>What a user name may look like, and the one form in which names are compared.</summary>
internal static class UserNames
{
    public const int Longest = 50;

    /// <summary>Width, case, spaces and invisible characters make no difference between two names. Never longer than 100 units for a name that <see cref="ProblemOf"/> lets through.</summary>
    public static string KeyOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 4 * Longest || CleanText.IsBroken(name))
        {
            return "";
        }

        var key = (CleanText.Line(name) ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Join(' ', key.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormKC);
    }

    public static Text? ProblemOf(string? name)
    {
        if (CleanText.ReadLine(name, Longest) is not { IsRefused: false, Value: { } value })
        {
            return string.IsNullOrWhiteSpace(name) ? "必须填写" : new Text("用户名最多 {0} 个字，只能写一行", Longest);
        }

        var key = KeyOf(value);
        if (key.Length is < 2 or > 100 || !key.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '-' or '_' or '@' or ' ' or '\''))
        {
            return "用户名至少 2 个字，可以用字母、数字、汉字和 . - _ @";
        }

        return LookAlike.IsIn(value) ? "用户名里混用了外形相同的不同文字，请只用一种" : default(Text?);
    }
}
