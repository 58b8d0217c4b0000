using System.Globalization;
using System.Text;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// One e-mail address. Rule: one @; a name of at most 64 characters without spaces, commas, quotes or brackets; a domain with at
/// least one dot, in any script (用户@例子.公司); 254 characters in all. Lists and display names are no address.
/// </summary>
internal static class EmailKey
{
    public const int Longest = 254;

    private const string NeverInName = "()<>[]{}\\,;:\"'`@/|，；：、（）《》";

    // Where everybody may have an address: the domain says nothing about the company.
    private static readonly HashSet<string> PublicDomains = new(StringComparer.Ordinal)
    {
        "qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "yeah.net", "188.com", "sina.com", "sina.cn", "vip.sina.com",
        "sohu.com", "139.com", "189.cn", "wo.cn", "21cn.com", "tom.com", "aliyun.com", "gmail.com", "outlook.com", "hotmail.com", "live.com",
        "msn.com", "yahoo.com", "yahoo.com.cn", "icloud.com", "me.com", "mail.com", "proton.me", "protonmail.com", "gmx.com",
    };

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The address in the one form that is compared: lower case, half width, the domain in ASCII; null where it is no address.</summary>
    public static string? Of(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > Longest || CleanText.IsBroken(text))
        {
            return null;
        }

        text = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != text.LastIndexOf('@') || !IsName(text[..at]) || AsciiDomain(text[(at + 1)..]) is not { } domain)
        {
            return null;
        }

        var key = text[..(at + 1)] + domain;
        return key.Length > Longest ? null : key;
    }

    /// <summary>The domain of an address when it is the company's own; null for 163.com, qq.com and the like.</summary>
    public static string? CompanyDomainOf(string? typed)
        => Of(typed) is { } key && key[(key.IndexOf('@', StringComparison.Ordinal) + 1)..] is var domain && !PublicDomains.Contains(domain) ? domain : null;

    private static bool IsName(string name)
        => name.Length <= 64 && name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal)
            && name.EnumerateRunes().All(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !Invisible.IsHidden(rune)
                && !Invisible.IsNoncharacter(rune) && !NeverInName.Contains(rune.ToString(), StringComparison.Ordinal));

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain);
            var labels = ascii.Split('.');
            return labels.Length >= 2 && labels.All(label => label.Length is > 0 and <= 63) && !labels[^1].All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
