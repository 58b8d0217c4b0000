using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Tests.Hosting;

public sealed class InvisibleInputTests
{
    [Fact]
    public async Task What_nobody_sees_is_left_out_of_forms_and_addresses()
    {
        await using var app = await CrmApp.CreateAsync();
        var id = await app.Database.HasCustomerAsync("云启医疗", World.Rep);
        var rep = await app.SignInAs("rep");
        Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn($"/customers/{id}/fields/ShortName", ("Input.ShortName", "云\0启\u202E医\u2066疗\u200F\u061C"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await rep.FillIn($"/customers/{id}/fields/Remark", ("Input.Remark", "第一行\u0001\n第\u202D二\t行"))).StatusCode);
        Assert.Equal(("云启医疗", "第一行\n第二\t行"), await app.Database.Read(async db => (await db.Customers.Where(row => row.Id == id).Select(row => new { row.ShortName, row.Remark }).SingleAsync()) is var row ? (row.ShortName!, row.Remark!) : default));

        var admin = await app.SignInAs("admin");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.FillIn("/admin/fields/new", ("Input.Name", "合同\u202E号\0"), ("Input.EnglishName", "No\u200E."), ("Input.Type", "Text"))).StatusCode);
        Assert.Equal(("合同号", "No."), await app.Database.Read(async db => (await db.CustomFields.SingleAsync()) is var field ? (field.Name, field.EnglishName!) : default));

        foreach (var path in new[] { "/customers?q=%00云启", "/search?q=云%00%E2%80%AE启", "/customers?c=%00", "/customers?sort=%00&cursor=%01", "/leads?q=%00", "/opportunities?q=%00", "/customers/duplicates?cursor=%00", "/acts?cursor=%00", "/visits?q=%00" })
        {
            Assert.NotNull(await rep.Page(path));
        }

        Assert.Single((await rep.Page("/customers?q=%00云启")).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("a=%00&b=1", "a=&b=1")]
    [InlineData("a=%09%0A%0d%20%2500", "a=%09%0A%0d%20%2500")]
    [InlineData("a=1%E2%80%AA2%e2%81%a93", "a=123")]
    [InlineData("a=%D8%9C1%d8%9c2%D8%9B", "a=12%D8%9B")]
    [InlineData("a=%E2%80%94%E2%80", "a=%E2%80%94%E2%80")]
    [InlineData("a=%%0000", "a=")]
    [InlineData("a=%0", "a=%0")]
    public async Task An_address_loses_them_and_nothing_else(string query, string expected)
    {
        var http = await RunAsync(new DefaultHttpContext { Request = { QueryString = new QueryString("?" + query) } });
        Assert.Equal("?" + expected, http.Request.QueryString.Value);
    }

    [Fact]
    public async Task A_long_form_loses_them_wherever_a_piece_of_it_ends()
    {
        for (var offset = 0; offset < 12; offset++)
        {
            var text = new string('x', offset) + string.Concat(Enumerable.Repeat("a%E2%80%AEb%00%E4%BA%91", 3_000)) + "%E2%80";
            var http = new DefaultHttpContext();
            (http.Request.Method, http.Request.ContentType, http.Request.Body) = ("POST", "application/x-www-form-urlencoded; charset=utf-8", new MemoryStream(Encoding.ASCII.GetBytes(text)));
            await RunAsync(http);
            using var reader = new StreamReader(http.Request.Body);
            Assert.Equal(text.Replace("%E2%80%AE", "", StringComparison.Ordinal).Replace("%00", "", StringComparison.Ordinal), await reader.ReadToEndAsync());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_at_the_same_moment_that_no_page_tells_of_is_a_conflict_and_no_failure(bool isPart)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(database.Engine).BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseBusyAnswer();
        app.Run(_ => throw new DbUpdateConcurrencyException());
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Headers["HX-Request"] = isPart ? "true" : default;

        await app.Build()(http);

        Assert.Equal((409, isPart ? "none" : ""), (http.Response.StatusCode, http.Response.Headers["HX-Reswap"].ToString()));
    }

    private static async Task<HttpContext> RunAsync(HttpContext http)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseVisibleInput();
        app.Run(_ => Task.CompletedTask);
        await app.Build()(http);
        return http;
    }
}
