using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesCrm.Application.Database;
using SalesCrm.Testing.Web;
using SalesCrm.Web.Hosting;

namespace SalesCrm.Web.Tests.Account;

public sealed class SetupTests : IAsyncLifetime
{
    private CrmApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await CrmApp.CreateAsync(new Dictionary<string, string?> { ["AllowedHosts"] = "localhost" }, "Production");
        await _app.Database.With<CrmDbContext>(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, (string?)null)));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Makes_one_administrator_with_the_code_and_is_gone()
    {
        var visitor = _app.Visit();
        using var done = await SendAsync(visitor, _app.Services.GetRequiredService<SetupCode>().ToString().ToUpperInvariant());
        Assert.Equal("/account/login", done.Headers.Location?.ToString());
        var owner = await _app.SignInAs("owner", "lian yi qun zi 47");
        Assert.NotNull(await owner.Page("/admin/users"));

        using var gone = await visitor.Get("/account/setup");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var again = await SendAsync(visitor, _app.Services.GetRequiredService<SetupCode>().ToString(), "owner2");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_makes_nobody()
    {
        using var refused = await SendAsync(_app.Visit(), "aaaaa-aaaaa-aaaaa-aaaaa");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(9, await _app.Database.Read(db => db.Users.CountAsync()));
    }

    private static Task<HttpResponseMessage> SendAsync(Visitor visitor, string code, string userName = "owner") => visitor.PostForm(
        "/account/setup", ("Input.Code", code), ("Input.UserName", userName), ("Input.DisplayName", "创始人"), ("Input.Password", "lian yi qun zi 47"));
}
