using System.Net;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Tests.Visits;

namespace SalesCrm.Web.Tests.Audit;

public sealed class AuditPagesTests
{
    [Fact]
    public async Task The_admin_reads_the_trail_in_words_and_others_are_kept_out()
    {
        await using var app = await CrmApp.CreateAsync();
        await Files.VisitAsync(app, await Files.CustomerAsync(app, "澜图科技", World.Rep), World.Rep, "满意");
        var admin = await app.SignInAs("admin");

        var text = (await admin.Page("/admin/audit?subject=Visit")).QuerySelector("tbody")!.TextContent;
        Assert.Contains("林晓雯", text, StringComparison.Ordinal);
        Assert.Contains("回访方式", text, StringComparison.Ordinal);
        Assert.Contains("电话", text, StringComparison.Ordinal);
        await admin.PostForm("/preferences/language", ("Language", "en"));
        Assert.Contains("Customer feedback", (await admin.Page("/admin/audit?subject=Visit&from=2024-04-01&until=2024-04-01&act=Created")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        foreach (var name in World.People.Keys.Where(name => name != "admin"))
        {
            using var answer = await (await app.SignInAs(name)).Get("/admin/audit");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Nothing_can_be_posted_to_the_trail()
    {
        await using var app = await CrmApp.CreateAsync();
        var admin = await app.SignInAs("admin");
        foreach (var path in new[] { "/admin/audit", "/audit/customer/1" })
        {
            using var answer = await admin.PostForm(path, ("Id", "1"));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
    }
}
