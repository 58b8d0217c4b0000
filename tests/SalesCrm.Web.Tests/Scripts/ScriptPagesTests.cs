using System.Globalization;
using System.Net;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Web.Tests.Scripts;

public sealed class ScriptPagesTests
{
    [Fact]
    public async Task A_text_goes_into_the_follow_up_and_is_counted_and_a_sensitive_one_asks_first()
    {
        await using var app = await CrmApp.CreateAsync();
        var customer = (await app.Database.HasCustomerAsync("九川医疗器械", World.Rep)).ToString(CultureInfo.InvariantCulture);
        var rep = await app.SignInAs("rep");
        var form = $"/visits/new?customerId={customer}";
        Assert.Contains((await rep.Page(form)).QuerySelectorAll("#scripts li"), row => row.TextContent.Contains("您目前遇到的最大挑战是什么？", StringComparison.Ordinal));

        using var put = await rep.FillIn(form, ("Input.Feedback", "客户在忙"), ("Script", "feedback-1"));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Contains("客户在忙\n您目前遇到的最大挑战是什么？", (await put.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Replace("&#xA;", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        using var asked = await rep.FillIn(form, ("Input.Feedback", "客户在忙"), ("Script", "feedback-2"));
        Assert.Contains("value=\"feedback-2-yes\"", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["1", "0"], (await rep.Page("/scripts?sort=-uses")).QuerySelectorAll("[data-metric=uses]").Take(2).Select(cell => cell.GetAttribute("data-value")));
    }

    [Fact]
    public async Task Managers_keep_the_library()
    {
        await using var app = await CrmApp.CreateAsync();
        var manager = await app.SignInAs("manager");
        using var wrong = await manager.FillIn("/scripts/new", ("Input.Text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var saved = await manager.FillIn("/scripts/new", ("Input.Text", "同行都在用"), ("Input.Kind", "SocialProof"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Single((await manager.Page("/scripts?q=同行都")).QuerySelectorAll("tbody tr"));
        using var changed = await manager.FillIn("/scripts/1/edit", ("Input.Text", "您目前最大的挑战是什么？"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        manager.Http.DefaultRequestHeaders.Add("Cookie", "salescrm.language=en");
        foreach (var path in new[] { "/scripts", "/scripts?archived=true&q=没有", "/scripts/panel?q=挑战", "/scripts/1/use" })
        {
            Assert.Equal("en", (await manager.Page(path)).DocumentElement.GetAttribute("lang"));
        }
    }
}
