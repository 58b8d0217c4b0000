using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Shared.Values;

/// <summary>
/// How to reach a person, as one column such as 联系方式 says it: <c>张三/13800000001</c>, <c>王五：13800000003 a@b.example</c>, <c>13800138000 021-61234567</c>.
/// Only what can be taken apart in one way is.
/// </summary>
/// <param name="Phone">The mobile number where there are two.</param>
/// <param name="Second">The other one.</param>
internal readonly partial record struct ReachText(string? Name, string? Title, string? Phone, string? Second, string? Email)
{
    private const int Longest = 100;
    private const int LongestWord = 20;

    private static readonly char[] Joints = ['/', ':', ',', ';', '、', '|', '(', ')', '<', '>', '\t', '\r'];
    private static readonly char[] Edges = [' ', '-', '–', '—', '.', '·'];

    // They say what the number is, not whose.
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "手机", "手机号", "电话", "座机", "固话", "移动电话", "办公电话", "联系电话", "联系方式", "微信同号", "手机同微信", "邮箱", "邮件", "电子邮箱", "tel", "phone", "mobile", "cell", "email", "e-mail", "mail",
    };

    // Their numbers are no phone numbers, or none of a person.
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase) { "QQ", "微信", "微信号", "WeChat", "传真", "Fax" };

    /// <summary>Null for a number alone, and for what is none of this.</summary>
    public static ReachText? In(string? typed)
    {
        if (typed is not { Length: <= Longest } || TypedText.Folded(typed) is not { } text || IsPhone(text))
        {
            return null;
        }

        var (emails, phones) = (new List<string>(), new List<string>());
        var rest = Number().Replace(Address().Replace(text, match => Taken(match, emails)), match => Taken(match, phones));
        var said = rest.Split('\n').Select(WordsIn).Where(words => words.Count > 0).ToList();
        if (emails.Count + phones.Count == 0 || emails.Count > 1 || phones.Count > 2 || said.Count > 1 || !phones.TrueForAll(IsPhone) || EmailKey.Of(emails.FirstOrDefault() ?? "a@b.example") is null)
        {
            return null;
        }

        var words = said.FirstOrDefault() ?? [];
        var first = phones.Find(phone => PhoneKey.Of(phone)!.Value.IsMobile) ?? phones.FirstOrDefault();
        var second = phones.Find(phone => phone != first);
        return words.Count > 2 || !words.TrueForAll(IsWord) || (second is not null && PhoneKey.Of(first) is { IsMobile: false })
            ? null
            : new(words.ElementAtOrDefault(0), words.ElementAtOrDefault(1), first, second, emails.FirstOrDefault());
    }

    private static string Taken(Match match, List<string> taken)
    {
        taken.Add(match.Value.Trim());
        return "\n";
    }

    private static bool IsPhone(string text) => PhoneKey.Of(text) is not null && InputRules.PhoneProblem(text) is null;

    private static bool IsWord(string word) => word.Length <= LongestWord && word.Any(char.IsLetter) && !word.Any(char.IsDigit) && !word.Contains('@', StringComparison.Ordinal) && !Others.Contains(word);

    /// <summary>A blank divides Chinese words; John Smith is one.</summary>
    private static List<string> WordsIn(string text)
        => [.. text.Split(Joints).SelectMany(part => part.Any(letter => letter is >= '\u4E00' and <= '\u9FFF') ? part.Split(' ') : [part])
            .Select(part => part.Trim(Edges)).Where(part => part.Length > 0 && !Labels.Contains(part))];

    [GeneratedRegex(@"[^\s/:,;、|()<>""]+@[^\s/:,;、|()<>""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // A mobile number; one abroad; one with area code and perhaps extension; a service number.
    [GeneratedRegex(
        @"(?<![0-9])(?:(?:\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|\+(?!86)[0-9][0-9 ()-]{5,16}[0-9]|\(?0[0-9]{2,3}\)?[ -]?[0-9]{7,8}(?: ?(?:-|转|ext\.?) ?[0-9]{1,6})?|[48]00[ -]?[0-9]{3}[ -]?[0-9]{4})(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
