using Microsoft.Playwright;
using SalesCrm.Testing;

namespace SalesCrm.Browser.Tests;

/// <summary>What the keyboard alone must reach: menus, dialogs, the columns of a list, the builder of filters.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class KeyboardTests(Chromium chromium)
{
    private const string Focused = "() => document.activeElement.textContent.trim() || document.activeElement.getAttribute('aria-label')";

    [Fact]
    public async Task Focus_goes_through_menus_comes_back_from_dialogs_and_follows_columns_and_conditions()
    {
        await using var live = await LiveApp.StartAsync(chromium.Browser, 10);
        var page = await live.SignInAsync("rep");

        // A menu: arrows, Home and End, and Escape back to its button.
        await page.GotoAsync("/customers");
        await page.ClickAsync("tbody th a");
        await page.FocusAsync(".record-head details.menu > summary");
        await page.Keyboard.PressAsync("ArrowDown");
        var items = await page.Locator(".record-head details.menu .dropdown-item").AllInnerTextsAsync();
        Assert.Equal(items[0].Trim(), await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(items[^1].Trim(), await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(items[1].Trim(), await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("End");
        Assert.Equal(items[^1].Trim(), await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("更多操作", await page.EvaluateAsync<string>(Focused));
        await Assertions.Expect(page.Locator(".record-head details.menu[open]")).ToHaveCountAsync(0);

        // A column goes down and, at the end, the way back has the focus.
        await page.GotoAsync("/preferences/columns/customers");
        var last = page.Locator("[data-movable] > tr").Last;
        var name = await last.Locator("label").InnerTextAsync();
        await last.Locator("[name=Up]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("上移 " + name, await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("上移 " + name, await page.EvaluateAsync<string>(Focused));
        Assert.EndsWith("/preferences/columns/customers", page.Url, StringComparison.Ordinal);

        // The next condition begins where the last was added.
        await page.GotoAsync("/filters/customers?field=budget");
        await page.SelectOptionAsync("[name=op]", "Empty");
        await page.ClickAsync("button[name=add]");
        await page.WaitForSelectorAsync("[data-condition]");
        Assert.Equal("field", await page.EvaluateAsync<string>("() => document.activeElement.name"));
    }

    [Fact]
    public async Task The_focus_stays_in_its_place_when_a_part_or_the_whole_page_is_loaded_anew()
    {
        await using var live = await LiveApp.StartAsync(chromium.Browser, 10);
        var customer = await live.App.Database.HasCustomerAsync("云启医疗", World.Rep);
        var opportunity = await live.App.Database.HasOpportunityAsync(customer, World.Rep, input => (input.Need, input.BudgetScore, input.UrgencyScore, input.AuthorityScore) = ("联网", 5, 5, 5));
        var page = await live.SignInAsync("rep");
        Task HasFocus(string selector) => Assertions.Expect(page.Locator(selector)).ToBeFocusedAsync();

        // The search in the timeline.
        await page.GotoAsync($"/customers/{customer}");
        await page.FillAsync("main form[role=search] [name=q]", "不存在的话");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=没有符合条件的记录。");
        await HasFocus("main form[role=search] [name=q]");

        // The quick follow-up, whose part is there only after the page.
        await page.FillAsync("[name='Input.Feedback']", "客户问价");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=跟进已记录");
        await HasFocus("[name='Input.Feedback']");

        // A field edited where it stands, and taken back by the note.
        var pencil = $"a[href='/customers/{customer}/fields/ShortName']";
        await page.FocusAsync(pencil);
        await page.Keyboard.PressAsync("Enter");
        await HasFocus("[name='Input.ShortName']");
        await page.Keyboard.TypeAsync("云启");
        await page.Keyboard.PressAsync("Enter");
        var undo = $"form[action^='/customers/{customer}/fields/'] .toast-undo:visible";
        await page.WaitForSelectorAsync(undo);
        await HasFocus(pencil);
        await page.FocusAsync(undo);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=已撤销");
        await HasFocus(pencil);

        // A card moved by its menu, on both boards.
        await page.GotoAsync("/opportunities/board");
        await page.ClickAsync($"#deal-{opportunity} summary");
        await page.FocusAsync($"#deal-{opportunity} button[value=FirstContact]");
        await page.Keyboard.PressAsync("Enter");
        await HasFocus($"#lane-FirstContact #deal-{opportunity} summary");
        await page.GotoAsync("/leads/board");
        var lead = await page.Locator("article.deal:has(button[value=Working])").First.GetAttributeAsync("id");
        await page.ClickAsync($"#{lead} summary");
        await page.FocusAsync($"#{lead} button[value=Working]");
        await page.Keyboard.PressAsync("Enter");
        await HasFocus($"#lane-Working #{lead} summary");

        // One file of the list that is tidied: on to the next.
        await page.GotoAsync("/customers/tidy");
        var next = await page.Locator("button[name=confirm][value]").Nth(1).GetAttributeAsync("value");
        await page.Locator("button[name=confirm][value]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=已确认 1 份档案");
        await HasFocus($"button[name=confirm][value='{next}']");
    }

    [Fact]
    public async Task One_table_after_the_other_is_exported_from_the_same_page_and_what_was_wrong_is_no_longer_said()
    {
        await using var live = await LiveApp.StartAsync(chromium.Browser, 3);
        var page = await live.SignInAsync("rep");
        await page.GotoAsync("/exports");
        await page.FillAsync("[name=Reason]", "周报");
        await page.FillAsync("[name=Period]", "去年吧");
        await page.ClickAsync("main form .btn-primary");
        await page.WaitForSelectorAsync(".problems");

        await page.FillAsync("[name=Period]", "");
        foreach (var template in new[] { "1", "2" })
        {
            await page.SelectOptionAsync("[name=Template]", template);
            await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("main form .btn-primary"));
            await Assertions.Expect(page.Locator(".problems, .form-error, [aria-invalid]")).ToHaveCountAsync(0);
        }
    }
}
