using System.Net;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Admin;

/// <summary>What the pages of all settings have in common, shown by one of them.</summary>
public sealed class SettingPagesTests : IAsyncLifetime
{
    private CrmApp _app = null!;
    private Visitor _admin = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync();
        _admin = await _app.SignInAs("admin");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/admin/discounts", "Input.Rep", "12")]
    [InlineData("/admin/lead-scoring", "Input.BudgetThreshold", "9")]
    [InlineData("/admin/lifecycle", "Input.NewDays", "60")]
    [InlineData("/admin/pool", "Input.DaysA", "31")]
    [InlineData("/admin/upgrades", "Input.LeastPotential", "75")]
    public async Task What_is_saved_stands_in_the_form(string path, string field, string value)
    {
        using var saved = await _admin.FillIn(path, (field, value));

        Assert.Equal((HttpStatusCode.Redirect, path), (saved.StatusCode, saved.Headers.Location?.ToString()));
        Assert.Equal(value, (await _admin.Page(path)).QuerySelector($"[name='{field}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_comes_too_late_keeps_what_he_typed_and_may_decide()
    {
        var version = (await _admin.Page("/admin/discounts")).QuerySelector("[name='Input.Version']")!.GetAttribute("value");
        using var first = await _admin.FillIn("/admin/discounts", ("Input.Rep", "12"));

        using var second = await _admin.FillIn("/admin/discounts", ("Input.Rep", "15"), ("Input.Version", version));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await Visitor.Read(second);
        Assert.Contains("折扣权限刚被别人改过", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("15", page.QuerySelector("[name='Input.Rep']")!.GetAttribute("value"));
        var newer = page.QuerySelector("[name='Input.Version']")!.GetAttribute("value");
        Assert.NotEqual(version, newer);
        using var third = await _admin.FillIn("/admin/discounts", ("Input.Rep", "15"), ("Input.Version", newer));
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
    }
}
