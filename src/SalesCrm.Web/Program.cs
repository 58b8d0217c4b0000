using SalesCrm.Application.Database;
using SalesCrm.Web.Commands;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Security;

if (Verbs.AreAsked(args))
{
    return await Verbs.RunAsync(args);
}

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ProgramFolder.Path });
    builder.WebHost.UseStaticWebAssets();
    builder.AddCrm();

    var app = builder.Build();
    app.UseForwardedHeaders();
    app.UseWebShell();
    app.UseBusyAnswer();
    app.UseMethodRule();
    app.UseReadableForms();
    app.UseVisibleInput();
    app.UseRouting();
    app.UseAuthentication();
    app.UseOneTimePasswords();
    app.UseRateLimiter();
    app.UseAreas();
    app.UseMiddleware<FormGate>();
    app.UseAuthorization();
    app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
    app.MapRazorPages().WithStaticAssets();
    app.MapHealth();

    using var database = await app.TakeDatabaseAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingException or DatabaseInUseException or DatabaseUnreachableException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

/// <summary>The web program; public so that tests can start it.</summary>
public partial class Program;
