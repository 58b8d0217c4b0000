using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Tests.TagHelpers;

public sealed class SortTagHelperTests
{
    [Theory]
    [InlineData("", null, "sort=due", null)]
    [InlineData("", "asc", "sort=-due", "ascending")]
    [InlineData("?sort=name", "asc", "sort=due", null)]
    [InlineData("?sort=due", null, "sort=-due", "ascending")]
    [InlineData("?sort=-due", null, "sort=due", "descending")]
    public async Task Links_to_the_other_order_and_says_the_present_one(string query, string? standard, string link, string? now)
    {
        var helper = new SortTagHelper { SortKey = "due", SortDefault = standard, ViewContext = Rendered.View("/customers", query) };
        var html = await Rendered.Of(helper, "th", "到期");
        Assert.Contains($"href=\"/customers?{link}\"", html, StringComparison.Ordinal);
        Assert.Equal(now is not null, html.Contains("aria-sort", StringComparison.Ordinal));
        Assert.Contains(now is null ? "到期" : $"aria-sort=\"{now}\"", html, StringComparison.Ordinal);
    }
}
