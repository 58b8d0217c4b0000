using SalesCrm.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddWebShell();
var app = builder.Build();
app.UseWebShell();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();

/// <summary>The web program; public so that tests can start it.</summary>
public partial class Program;
