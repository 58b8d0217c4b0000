using Microsoft.Playwright;
using SalesCrm.Application.Demo;
using SalesCrm.Testing;
using SalesCrm.Testing.Web;

namespace SalesCrm.Browser.Tests;

/// <summary>The program listening on a real port of this machine, with some invented customers, and people who open it in Chromium.</summary>
public sealed class LiveApp(CrmApp app, IBrowser browser) : IAsyncDisposable
{
    public CrmApp App => app;

    public Uri Address => app.ClientOptions.BaseAddress;

    public static async Task<LiveApp> StartAsync(IBrowser browser, int customers)
    {
        var app = await CrmApp.CreateAsync();
        await app.Database.With<SeedDemo, bool>(seed => seed.RunAsync(customers, 1, null, CancellationToken.None));
        app.UseKestrel(0);
        app.StartServer();
        return new LiveApp(app, browser);
    }

    /// <summary>A browser of his own, signed in through the form.</summary>
    public async Task<IPage> SignInAsync(string userName, int width = 1440, string language = "zh-CN", string theme = "light")
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
            HasTouch = width < 600,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name=UserName]", userName);
        await page.FillAsync("[name=Password]", World.Password);
        await page.ClickAsync("form button.btn-primary[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
        await PreferAsync(page, "language", language);
        await PreferAsync(page, "theme", theme);
        return page;
    }

    /// <summary>Chooses language or theme as a visitor does, through the form that every page carries.</summary>
    private static async Task PreferAsync(IPage page, string what, string value)
    {
        var token = await page.EvaluateAsync<string>("() => document.querySelector('input[name=__RequestVerificationToken]').value");
        var answer = await page.APIRequest.PostAsync($"/preferences/{what}", new APIRequestContextOptions
        {
            Form = page.APIRequest.CreateFormData().Set(what == "language" ? "Language" : "Theme", value).Set("__RequestVerificationToken", token),
            MaxRedirects = 0,
        });
        Assert.True(answer.Status is 200 or 302, $"{what}: {answer.Status}");
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
