using System.Text;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Users;

/// <summary>What a new password has to be: long, and not among what everybody guesses first. No classes of characters.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    public static Text? ProblemOf(string? password, string userName, string displayName)
    {
        if (string.IsNullOrEmpty(password))
        {
            return "必须填写";
        }

        var length = password.EnumerateRunes().Count();
        if (length is < Shortest or > Longest || CleanText.IsBroken(password))
        {
            return new Text("密码要有 {0} 到 {1} 个字符，现在是 {2} 个", Shortest, Longest, length);
        }

        if (CommonPasswords.IsCommon(password))
        {
            return "这个密码太常见，很容易被猜中，请换一个";
        }

        var key = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Names(userName, displayName).Any(name => key.Contains(name, StringComparison.Ordinal))
            ? "密码不能包含用户名、姓名或产品名"
            : default(Text?);
    }

    private static IEnumerable<string> Names(string userName, string displayName)
        => new[] { "salescrm", UserNames.KeyOf(userName), UserNames.KeyOf(displayName) }.Where(name => name.Length >= (name.Any(char.IsAscii) ? 3 : 2));
}
