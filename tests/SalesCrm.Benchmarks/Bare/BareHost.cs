namespace SalesCrm.Benchmarks.Bare;

/// <summary>The least that a page of fifty customers can cost: Kestrel, one Razor page, one keyset query without any mapper.</summary>
internal static class BareHost
{
    public static async Task RunAsync(string database, string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(new BareRows(database));
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Bare");
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
    }
}
