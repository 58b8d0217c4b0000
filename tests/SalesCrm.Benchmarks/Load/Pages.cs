using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesCrm.Benchmarks.Load;

/// <summary>What people do all day: the addresses of each page, as many different ones as there are filters, orders and records.</summary>
internal sealed partial class Pages(Site rep, Site manager, Site boss, Site admin, Site bare)
{
    private const int Deep = 200;

    /// <summary>Two characters of names, in the two writings of Chinese.</summary>
    private static readonly string[] Parts = ["云图", "云圖", "海杉", "星川", "瑞陵", "智能", "科技", "數據", "上海", "华屹"];

    /// <summary>Whole pinyin, initials, a beginning, and a character with two readings.</summary>
    private static readonly string[] Letters = ["yuntu", "haishan", "xchuan", "rlkj", "znkj", "shanghai", "ytjx", "hangz", "cqhy", "ruiling"];

    /// <summary>Names as they are typed into the form of a new customer, of companies that are there and of others.</summary>
    private static readonly string[] Typed = ["上海云图智能科技有限公司", "云图机械", "苏州海杉精密机械股份有限公司", "星川数据", "杭州瑞陵電子有限公司", "没有这样的公司", "华屹", "重庆华屹软件"];

    private static readonly string[] CustomerLists =
    [
        "/customers", "/customers?sort=-annual", "/customers?sort=-last", "/customers?sort=grade", "/customers?sort=-budget", "/customers?sort=-created",
        "/customers?grade=A", "/customers?grade=D&sort=-last", "/customers?due=overdue", "/customers?due=week", "/customers?due=none&sort=-annual",
        "/customers?needStage=4", "/customers?lifecycle=2&sort=-annual", "/customers?industryId=1", "/customers?sourceId=2&sort=-created", "/customers?archived=true",
    ];

    private static readonly string[] OpportunityLists =
    [
        "/opportunities", "/opportunities?sort=-amount", "/opportunities?sort=close", "/opportunities?sort=entered", "/opportunities?sort=-number",
        "/opportunities?status=Open", "/opportunities?status=Lost&sort=-amount", "/opportunities?stage=Proposal", "/opportunities?risk=High&sort=-amount",
        "/opportunities?overdue=true", "/opportunities?closePassed=true",
    ];

    public async Task<IReadOnlyList<Job>> AllAsync()
    {
        var jobs = new List<Job>
        {
            Job.Of("bare page of 50 customers", bare, await Links.DeeperAsync(bare, "/", Deep), isBare: true),
            Job.Of("signed in, no records (password form)", rep, ["/account/password"]),
        };
        await AddListsAsync(jobs);
        await AddRecordsAsync(jobs);
        AddFigures(jobs);
        jobs.AddRange(await Posts.AllAsync(rep, manager));
        return jobs;
    }

    private async Task AddListsAsync(List<Job> jobs)
    {
        foreach (var (who, site) in new[] { ("rep", rep), ("manager", manager), ("admin", admin) })
        {
            jobs.Add(Job.Of($"customers, {who}, filters and orders", site, CustomerLists));
            jobs.Add(Job.Of($"customers, {who}, deep pages", site, [.. await Links.DeeperAsync(site, "/customers?sort=-annual", Deep), .. await Links.DeeperAsync(site, "/customers", Deep)]));
            jobs.Add(Job.Of($"customers, {who}, part of a name", site, [.. Parts.Select(part => $"/customers?q={Uri.EscapeDataString(part)}")]));
            jobs.Add(Job.Of($"customers, {who}, pinyin", site, [.. Letters.Select(letters => $"/customers?q={letters}")]));
            jobs.Add(Job.Of($"customers, {who}, filter and order by the admin's own fields", site, await OwnFieldsAsync(site)));
            jobs.Add(Job.Of($"duplicates while typing, {who}", site, [.. Typed.Select(name => $"/customers/similar?Input.Name={Uri.EscapeDataString(name)}")]));
            jobs.Add(Job.Of($"opportunities, {who}, filters and orders", site, OpportunityLists));
            jobs.Add(Job.Of($"opportunities, {who}, deep pages", site, await Links.DeeperAsync(site, "/opportunities?sort=-amount", Deep)));
            jobs.Add(Job.Of($"search everything, {who}", site, [.. Parts.Select(part => $"/search?q={Uri.EscapeDataString(part)}")]));
        }

        jobs.Add(Job.Of("follow-ups, rep", rep, ["/visits"]));
        jobs.Add(Job.Of("follow-ups, admin", admin, ["/visits"]));
        jobs.Add(Job.Of("deals, admin", admin, ["/deals"]));
        jobs.Add(Job.Of("leads, admin", admin, ["/leads"]));
    }

    /// <summary>A choice, a range of numbers and one of days, and orders, by the fields that the demo's admin has added.</summary>
    private static async Task<List<string>> OwnFieldsAsync(Site site)
    {
        var page = await site.GetAsync("/customers");
        var today = DateTime.UtcNow;
        var addresses = new List<string>();
        foreach (Match choice in Choice().Matches(page))
        {
            addresses.Add($"/customers?{choice.Groups[1].Value}={choice.Groups[2].Value}");
        }

        foreach (Match range in Range().Matches(page))
        {
            var (key, isDate) = (range.Groups[2].Value, range.Groups[1].Value == "date");
            addresses.Add(isDate ? $"/customers?{key}.from={today:yyyy-MM-dd}&{key}.to={today.AddDays(14):yyyy-MM-dd}" : $"/customers?{key}.from=4000&{key}.to=4100");
            addresses.Add(isDate ? $"/customers?{key}.from={today.AddDays(-100):yyyy-MM-dd}&sort=-annual" : $"/customers?{key}.from=100&sort=-annual");
        }

        addresses.AddRange(Choice().Matches(page).Select(match => match.Groups[1].Value).Concat(Range().Matches(page).Select(match => match.Groups[2].Value)).Distinct()
            .SelectMany(key => new[] { $"/customers?sort={key}", $"/customers?sort=-{key}" }).ToList());
        return addresses.Count > 0 ? addresses : throw new InvalidOperationException("The list offers no field of the admin's own.");
    }

    [GeneratedRegex("name=\"(f\\.[0-9]+)\" value=\"([0-9]+)\"")]
    private static partial Regex Choice();

    [GeneratedRegex("type=\"(date|text)\"[^>]* name=\"(f\\.[0-9]+)\\.from\"")]
    private static partial Regex Range();

    private async Task AddRecordsAsync(List<Job> jobs)
    {
        foreach (var (who, site) in new[] { ("rep", rep), ("manager", manager), ("admin", admin) })
        {
            var ids = await Links.IdsAsync(site, "customers", CustomerLists);
            jobs.Add(Job.Of($"customer, {who}", site, Paths(ids, "/customers/{0}")));
            jobs.Add(Job.Of($"customer, timeline, {who}", site, Paths(ids, "/customers/{0}/timeline")));
            jobs.Add(Job.Of($"customer, grade card, {who}", site, Paths(ids, "/grading/for-customer/{0}")));
            jobs.Add(Job.Of($"customer, opportunities, {who}", site, Paths(ids, "/opportunities/for-customer/{0}")));
            jobs.Add(Job.Of($"opportunity, {who}", site, Paths(await Links.IdsAsync(site, "opportunities", OpportunityLists), "/opportunities/{0}")));
        }
    }

    private void AddFigures(List<Job> jobs)
    {
        foreach (var (who, site) in new[] { ("rep", rep), ("manager", manager), ("whole company", boss), ("admin", admin) })
        {
            jobs.Add(Job.Of($"board, {who}", site, ["/opportunities/board"]));
            jobs.Add(Job.Of($"dashboard, {who}", site, ["/"]));
        }

        var now = DateTime.UtcNow;
        var quarters = Enumerable.Range(0, 4).Select(back => now.AddMonths(-3 * back)).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Year}Q{((day.Month - 1) / 3) + 1}"));
        jobs.Add(Job.Of("my day, rep", rep, ["/my-day"]));
        jobs.Add(Job.Of("quarter table, whole company", boss, ["/metrics"]));
        jobs.Add(Job.Of("quarter by rep, whole company", boss, [.. quarters.Select(quarter => $"/metrics/{quarter}?by=rep")]));
        jobs.Add(Job.Of("quarter by rep, manager", manager, [.. quarters.Select(quarter => $"/metrics/{quarter}?by=rep")]));
    }

    private static List<string> Paths(List<long> ids, string pattern) => ids.ConvertAll(id => string.Format(CultureInfo.InvariantCulture, pattern, id));
}
