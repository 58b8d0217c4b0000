using System.Net;
using System.Text.RegularExpressions;

namespace SalesCrm.Benchmarks.Load;

/// <summary>Finds addresses in pages, as somebody who clicks would.</summary>
internal static partial class Links
{
    /// <summary>The addresses reached by going on to the next page again and again.</summary>
    public static async Task<List<string>> DeeperAsync(Site site, string path, int steps)
    {
        var found = new List<string>();
        for (var at = path; found.Count < steps; found.Add(at))
        {
            if (Next().Match(await site.GetAsync(at)) is not { Success: true } next)
            {
                break;
            }

            at = WebUtility.HtmlDecode(next.Groups[1].Success ? next.Groups[1].Value : next.Groups[2].Value);
            at = at.StartsWith('?') ? path.Split('?')[0] + at : at;
        }

        return found.Count > 0 ? found : [path];
    }

    /// <summary>Ids of the records that lists of these addresses link to.</summary>
    public static async Task<List<long>> IdsAsync(Site site, string folder, IEnumerable<string> lists)
    {
        var ids = new HashSet<long>();
        foreach (var list in lists)
        {
            foreach (Match match in Regex.Matches(await site.GetAsync(list), $"href=\"/{folder}/([0-9]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)))
            {
                ids.Add(long.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return [.. ids];
    }

    [GeneratedRegex("""<a[^>]*rel="next"[^>]*href="([^"]+)"|<a[^>]*href="([^"]+)"[^>]*rel="next"[^>]*>""")]
    private static partial Regex Next();
}
