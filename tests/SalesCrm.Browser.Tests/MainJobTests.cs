using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Testing;

namespace SalesCrm.Browser.Tests;

/// <summary>The product's main job from end to end: a rep logs a follow-up and moves an opportunity, the manager sees it, the admin exports it.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class MainJobTests(Chromium chromium)
{
    private const string Customer = "云启医疗器械（苏州）有限公司";

    [Fact]
    public async Task A_follow_up_and_a_move_reach_manager_and_export()
    {
        await using var live = await LiveApp.StartAsync(chromium.Browser, 40);
        foreach (var (width, language) in new[] { (1440, "zh-CN"), (390, "zh-CN"), (1440, "en"), (390, "en") })
        {
            await GoThroughAsync(live, width, language);
        }
    }

    private static async Task GoThroughAsync(LiveApp live, int width, string language)
    {
        var (customer, opportunity, number) = await OpenOpportunityAsync(live);
        var rep = await live.SignInAsync("rep", width, language);

        await rep.FillAsync("header input[name=q]", "云启医疗");
        await rep.PressAsync("header input[name=q]", "Enter");
        await rep.ClickAsync($"main a[href='/customers/{customer}']");
        await rep.ClickAsync($".next a[href='/visits/new?customerId={customer}']");
        await rep.ClickAsync("main label:has(input[name='Input.Method']) >> nth=0");
        await rep.FillAsync("[name='Input.Feedback']", "客户关注交付周期");
        await rep.FillAsync("[name='Input.NextText']", "提交方案");
        await rep.FillAsync("[name='Input.NextOn']", "2024-04-10");
        await rep.ClickAsync("main form button.btn-primary[type=submit]");
        await rep.WaitForURLAsync(url => !url.Contains("/visits/new", StringComparison.Ordinal));
        await rep.GotoAsync($"/customers/{customer}");
        await Assertions.Expect(rep.Locator(".next")).ToContainTextAsync("提交方案");

        var manager = await live.SignInAsync("manager", width, language);
        var before = await PresentAsync(manager);

        await rep.GotoAsync("/opportunities/board");
        // The card lies in its new column before the server has answered.
        await rep.RunAndWaitForResponseAsync(() => MoveAsync(rep, opportunity, width), answer => answer.Request.Method == "POST" && answer.Status < 400);
        await Assertions.Expect(rep.Locator($"#lane-NeedsAnalysis #deal-{opportunity}")).ToHaveCountAsync(1);

        Assert.Equal(before + 1, await PresentAsync(manager));
        Assert.Equal("需求深度挖掘", await ExportedStageAsync(await live.SignInAsync("admin", width, language), number));
    }

    /// <summary>A customer of the rep with one opportunity at first contact, that waits for a logged follow-up.</summary>
    private static async Task<(long Customer, long Opportunity, string Number)> OpenOpportunityAsync(LiveApp live)
    {
        var database = live.App.Database;
        var customer = await database.HasCustomerAsync(Customer, World.Rep);
        var opportunity = await database.HasPricedOpportunityAsync(customer, World.Rep);
        await database.PutIntoAsync(opportunity, StageCode.FirstContact);
        return (customer, opportunity, await database.Read(db => db.Opportunities.Where(row => row.Id == opportunity).Select(row => row.Number).SingleAsync()));
    }

    /// <summary>How many opportunities are at needs analysis now, on the manager's dashboard.</summary>
    private static async Task<int> PresentAsync(IPage manager)
    {
        await manager.GotoAsync("/");
        return int.Parse((await manager.Locator("[data-open=NeedsAnalysis]").First.GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture);
    }

    /// <summary>By the mouse where there is one, by the card's menu on a phone.</summary>
    private static async Task MoveAsync(IPage page, long opportunity, int width)
    {
        if (width > 600)
        {
            await page.DragAndDropAsync($"#deal-{opportunity} .muted >> nth=0", "#lane-NeedsAnalysis .lane-cards");
            return;
        }

        await page.ClickAsync($"#deal-{opportunity} details.menu > summary");
        await page.ClickAsync($"#deal-{opportunity} button[value=NeedsAnalysis]");
    }

    private static async Task<string?> ExportedStageAsync(IPage admin, string number)
    {
        await admin.GotoAsync("/exports");
        await admin.SelectOptionAsync("[name=Template]", "2");
        await admin.FillAsync("[name=Reason]", "月度汇报");
        var download = await admin.RunAndWaitForDownloadAsync(() => admin.ClickAsync("main form button.btn-primary[type=submit]"));
        await using var file = new MemoryStream(await File.ReadAllBytesAsync((await download.PathAsync())!));
        using var table = TableFile.Open(file, "export.xlsx");
        var rows = table.FirstVisible.Rows().ToList();
        var stage = Enumerable.Range(0, 11).Single(column => rows[0][column].Raw == "当前阶段");
        return rows.Where(row => row[0].Raw == number).Select(row => row[stage].Raw).SingleOrDefault();
    }
}
