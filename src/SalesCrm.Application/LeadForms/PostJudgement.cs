using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.LeadForms;

/// <summary>What a post's text gives away: nothing, a doubt that a person should settle, or that it is rubbish for certain.</summary>
internal static partial class PostJudgement
{
    /// <summary>Nobody who asks for an offer names so many addresses.</summary>
    private const int SurelyTooManyLinks = 3;

    internal static (PostDoubt Doubt, bool IsRubbish) Of(PostInput post)
    {
        string[] names = [post.Company ?? "", post.Person ?? "", post.Province ?? "", post.City ?? ""];
        var all = string.Join('\n', names.Append(post.Need ?? ""));
        var links = Link().Count(all);
        var hasMarkup = Markup().IsMatch(all);
        return links >= SurelyTooManyLinks || (hasMarkup && links > 0) ? (PostDoubt.Links, true)
            : hasMarkup ? (PostDoubt.Markup, false)
            : links > 0 ? (PostDoubt.Links, false)
            : names.Any(name => FormulaStart.IsAt(name.AsSpan().TrimStart())) || Formula().IsMatch(post.Need ?? "") ? (PostDoubt.Formula, false)
            : (PostDoubt.None, false);
    }

    [GeneratedRegex(@"https?://|www\.|\[url|\b[a-z0-9-]{2,}\.(?:com|net|org|ru|top|xyz|info|shop|site)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"<\s*/?\s*[a-z!]|&#|javascript:|\bon\w{3,20}\s*=|\{\{|\$\{|<%|\bunion\s+select\b|'\s*or\s*'?1", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?:^|\n)\s*[=＝@＠+＋]\s*[A-Za-z(]|\bDDE\s*\(|\|'", RegexOptions.IgnoreCase)]
    private static partial Regex Formula();
}
