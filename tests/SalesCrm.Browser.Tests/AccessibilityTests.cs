using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Testing;

namespace SalesCrm.Browser.Tests;

/// <summary>axe finds nothing on any page, and no page scrolls sideways or breaks the security policy.</summary>
[Collection(ChromiumCollection.Name)]
public sealed partial class AccessibilityTests(Chromium chromium)
{
    private static readonly string[] OfRep =
    [
        "/", "/my-day", "/customers", "/customers/new", "/customers/{customer}", "/customers/{customer}/edit", "/customers/{customer}/members", "/customers/{customer}/events",
        "/customers/{customer}/archive", "/customers/{customer}/contacts/new", "/customers/{customer}/contacts/{contact}/edit", "/customers/{customer}/timeline", "/customers/{customer}/merge", "/customers/{customer}/audience", "/customers/{customer}/confidentiality", "/customers/{customer}/access", "/customers/{customer}/files", "/customers/{customer}/file", "/customers/{customer}/fields/Need", "/customers/{customer}/fields/ReferredBy", "/deals/for-customer/{customer}", "/relationships", "/relationships/{customer}/confirmation", "/customers/bulk?ids={customer}", "/customers/duplicates", "/acts", "/leads", "/leads/new", "/leads/{lead}", "/leads/{lead}/edit", "/leads/{lead}/conversion", "/leads/{lead}/disqualification", "/opportunities", "/opportunities/board", "/opportunities/forecast", "/leads/board", "/leads/disqualified", "/leads/{lead}/follow-up", "/leads/{lead}/status", "/trials", "/trials/new?leadId={lead}", "/surveys", "/surveys/new?customerId={customer}", "/upgrades", "/customers/pool", "/customers/pool/preview", "/customers/tidy", "/customers/{customer}/release", "/customers/{customer}/confirmation", "/handovers", "/customers?c=budget.ge.1&c=x.is.1", "/segments", "/preferences/columns/customers", "/filters/customers?grade=A&field=industry", "/filters/opportunities?field=expectedClose", "/filters/customers/new?c=phone.empty",
        "/opportunities/new", "/opportunities/{opportunity}", "/opportunities/{opportunity}/edit", "/opportunities/{opportunity}/stage", "/opportunities/{opportunity}/milestones",
        "/opportunities/{opportunity}/rivals", "/opportunities/{opportunity}/closing", "/visits", "/visits/new", "/visits/new?customerId={customer}", "/visits/plan?customerId={customer}",
        "/visits/{visit}", "/visits/{visit}/edit", "/visits/{visit}/archive", "/grading/{customer}/judgement", "/search?q=科技", "/preferences/menu",
        "/scripts", "/scripts/panel", "/scripts/1/use",
    ];

    private static readonly string[] OfAdmin =
    [
        "/admin/pool", "/admin/attachments", "/handovers/new", "/handovers/new?fromId=4", "/customers/pool/assignment?ids={customer}",
        "/", "/competitors", "/competitors/new", "/competitors/{competitor}", "/competitors/{competitor}/edit", "/grading", "/grading/evaluation", "/grading/overrides", "/grading/policies",
        "/grading/{customer}/override", "/deals", "/deals/new", "/deals/{deal}/edit", "/metrics", "/metrics/2024Q1", "/metrics/2024Q1/records?metric=leads", "/metrics/2024Q1/report",
        "/metrics/2024Q1/targets", "/imports", "/imports/new", "/exports", "/opportunities/{opportunity}/assignment", "/customers/{customer}/assignment", "/admin/users", "/admin/users/new",
        "/admin/users/4", "/admin/users/4/password", "/admin/users/4/sessions", "/admin/teams", "/admin/teams/new", "/admin/teams/4", "/admin/dictionaries", "/admin/dictionaries/new",
        "/admin/dictionaries/{word}", "/admin/stages", "/admin/stages/Proposal/edit", "/admin/lead-scoring", "/admin/lead-assignment", "/admin/lead-forms", "/admin/lead-forms/new", "/admin/trials", "/admin/lifecycle", "/admin/upgrades", "/admin/audit", "/audit/customer/{customer}", "/account/password", "/account/sessions", "/competitors/{competitor}/notes", "/competitors/{competitor}/card", "/competitors/{competitor}/products", "/competitors/analysis", "/competitors/meetings", "/scripts/new", "/scripts/1/edit", "/admin/discounts", "/admin/accesses", "/admin/fields", "/admin/fields/new", "/admin/areas",
    ];

    /// <summary>What another theme or width can change; the rest of axe's rules looks at what stays the same.</summary>
    private static readonly AxeRunOptions Looks = new()
    {
        RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"),
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };

    [Fact]
    public async Task Every_page_is_accessible_and_fits_a_phone_in_the_dark_and_a_desk_in_the_light()
    {
        await using var live = await LiveApp.StartAsync(chromium.Browser, 60);
        var ids = await live.App.Database.Read(RowsOfRepAsync);
        var problems = new ConcurrentBag<string>();
        await Task.WhenAll(new[] { ("rep", "zh-CN", OfRep), ("admin", "en", OfAdmin) }.Select(async person =>
        {
            var page = await live.SignInAsync(person.Item1, 390, person.Item2, "dark");
            page.Console += (_, message) =>
            {
                if (message.Type == "error")
                {
                    problems.Add($"{page.Url}: {message.Text}");
                }
            };
            foreach (var path in person.Item3)
            {
                await LookAtAsync(page, Token().Replace(path, token => ids[token.Groups[1].Value].ToString(CultureInfo.InvariantCulture)), problems);
            }
        }));

        Assert.True(problems.IsEmpty, string.Join('\n', problems.Order()));
    }

    private static async Task LookAtAsync(IPage page, string path, ConcurrentBag<string> problems)
    {
        await page.SetViewportSizeAsync(390, 844);
        var answer = await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        if (answer!.Status != 200)
        {
            problems.Add($"{path}: {answer.Status}");
            return;
        }

        await JudgeAsync(page, path + " (390, dark)", Everything, problems);
        await page.SetViewportSizeAsync(1440, 900);
        await page.EvaluateAsync("() => { document.documentElement.dataset.bsTheme = 'light'; return Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))).then(() => null); }");
        await JudgeAsync(page, path + " (1440, light)", Looks, problems);
    }

    private static async Task JudgeAsync(IPage page, string name, AxeRunOptions rules, ConcurrentBag<string> problems)
    {
        // Without frames in a page axe needs no tab of its own to put its findings together; opening one for each page takes longer than looking.
        // The frame around a page is the same everywhere; the second look leaves it out.
#pragma warning disable CS0618
        var found = await page.RunAxeLegacy(rules == Looks ? new AxeRunContext { Include = [new AxeSelector("main")] } : null, rules);
#pragma warning restore CS0618
        foreach (var violation in found.Violations)
        {
            problems.Add($"{name}: {violation.Id} {violation.Nodes[0].Html}");
        }

        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") is > 0 and var sideways)
        {
            problems.Add($"{name}: scrolls sideways by {sideways}");
        }
    }

    /// <summary>One row of each kind that the rep may work on.</summary>
    private static async Task<Dictionary<string, long>> RowsOfRepAsync(CrmDbContext db)
    {
        var rep = World.Rep.UserId;
        var contact = await db.Contacts.Where(row => row.Customer!.OwnerId == rep).OrderBy(row => row.Id).Select(row => new { row.Id, row.CustomerId }).FirstAsync();
        return new Dictionary<string, long>
        {
            ["customer"] = contact.CustomerId,
            ["contact"] = contact.Id,
            ["lead"] = await db.Leads.Where(row => row.OwnerId == rep && row.Status == LeadStatus.Working).OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(),
            ["opportunity"] = await db.Opportunities.Where(row => row.OwnerId == rep && row.ClosedOn == null).OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(),
            ["visit"] = await db.Visits.Where(row => row.VisitorId == rep && row.Customer!.OwnerId == rep).OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync(),
            ["deal"] = await db.Deals.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(),
            ["competitor"] = await db.Competitors.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(),
            ["word"] = await db.Dictionary.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync(),
        };
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Token();
}
