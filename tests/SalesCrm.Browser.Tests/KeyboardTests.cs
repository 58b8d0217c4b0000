using Microsoft.Playwright;

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
}
