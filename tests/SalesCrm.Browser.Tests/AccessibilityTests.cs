using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesCrm.Testing;

namespace SalesCrm.Browser.Tests;

/// <summary>axe finds nothing on any page, and no page scrolls sideways or breaks the security policy.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly (string Who, string Path)[] Pages =
    [
        ("rep", "/"), ("rep", "/my-day"), ("rep", "/customers"), ("rep", "/customers/new"), ("rep", "/customers/{customer}"), ("rep", "/customers/{customer}/edit"),
        ("rep", "/customers/{customer}/members"), ("rep", "/leads"), ("rep", "/leads/new"), ("rep", "/opportunities"), ("rep", "/opportunities/board"),
        ("rep", "/opportunities/new"), ("rep", "/opportunities/{opportunity}"), ("rep", "/visits"), ("rep", "/visits/new"), ("rep", "/visits/new?customerId={customer}"),
        ("rep", "/search?q=科技"), ("rep", "/preferences/menu"), ("admin", "/"), ("admin", "/competitors"), ("admin", "/grading"), ("admin", "/deals"), ("admin", "/metrics"),
        ("admin", "/metrics/2024Q1"), ("admin", "/imports"), ("admin", "/imports/new"), ("admin", "/exports"), ("admin", "/admin/users"), ("admin", "/admin/teams"),
        ("admin", "/admin/dictionaries"), ("admin", "/admin/audit"), ("admin", "/account/password"), ("admin", "/account/sessions"),
    ];

    [Theory]
    [InlineData(390, "en", "dark")]
    public async Task Every_page_is_accessible_and_fits(int width, string language, string theme)
    {
        await using var live = await LiveApp.StartAsync(chromium.Browser);
        var customer = await live.App.Database.Read(db => db.Customers.Where(c => c.OwnerId == World.Rep.UserId).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
        var opportunity = await live.App.Database.Read(db => db.Opportunities.Where(o => o.OwnerId == World.Rep.UserId).OrderBy(o => o.Id).Select(o => o.Id).FirstAsync());
        var problems = new List<string>();
        var people = new Dictionary<string, IPage> { ["rep"] = await live.SignInAsync("rep", width, language, theme), ["admin"] = await live.SignInAsync("admin", width, language, theme) };
        foreach (var person in people.Values)
        {
            person.Console += (_, message) => problems.AddRange(message.Type == "error" ? [$"{person.Url}: {message.Text}"] : []);
        }

        foreach (var (who, place) in Pages)
        {
            var page = people[who];
            var path = place.Replace("{customer}", $"{customer}", StringComparison.Ordinal).Replace("{opportunity}", $"{opportunity}", StringComparison.Ordinal);
            var answer = await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            if (answer!.Status != 200)
            {
                problems.Add($"{path}: {answer.Status}");
                continue;
            }

            var found = await page.RunAxe();
            problems.AddRange(found.Violations.Select(violation => $"{path}: {violation.Id} {violation.Nodes[0].Html}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") is > 0 and var sideways)
            {
                problems.Add($"{path}: scrolls sideways by {sideways}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
