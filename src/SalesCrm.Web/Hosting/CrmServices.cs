using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using SalesCrm.Application;
using SalesCrm.Application.Users;
using SalesCrm.Web.Pages.Admin.LeadForms;
using SalesCrm.Web.Pages.Customers;
using SalesCrm.Web.Pages.Deals;
using SalesCrm.Web.Pages.LeadForms;
using SalesCrm.Web.Pages.Leads;
using SalesCrm.Web.Pages.Opportunities;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Hosting;

/// <summary>Everything that the program is made of, for the server and, without the pages, for the verbs.</summary>
public static class CrmServices
{
    public static void AddCrm(this WebApplicationBuilder builder)
    {
        AddApplication(builder.Services, builder.Configuration, builder.Environment.ContentRootPath);
        builder.AddRequestRules();
        KeyRingStore.Add(builder.Services, builder.Configuration);
        RateLimits.Add(builder.Services, builder.Configuration.GetSection("RateLimits").Get<RateLimits>() ?? new RateLimits());
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddHostedService<SessionClock>();
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddHostedService<NightClock>();
        builder.Services.AddSingleton<SetupCode>();
        builder.Services.AddSignIn();
        builder.Services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new UnhandledVerbs()).ConfigureFilter(new TooLargeForms()).ConfigureFilter(new UnreadableForms()).ConfigureFilter(new ClosedDoors()));
        builder.Services.AddWebShell();
        builder.Services.AddScoped<CustomerChoices>();
        builder.Services.AddScoped<FilterChoices>().AddScoped<OpportunityChoices>().AddScoped<ClosingChoices>().AddScoped<DealChoices>().AddScoped<Pages.Scripts.ScriptInsertion>();
        builder.Services.AddScoped<LeadChoices>();
        builder.Services.AddScoped<Pages.Shared.FilterReader>();
        builder.Services.AddSingleton<FormStamp>();
        builder.Services.AddScoped<LeadFormChoices>();

        // Chinese as it is instead of a number per character: a third of the size, and readable in the source.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void AddApplication(IServiceCollection services, IConfiguration settings, string contentRoot)
    {
        services.AddSingleton(settings.GetSection("SignIn").Get<SignInSettings>() ?? new SignInSettings());
        services.AddSalesCrm(DatabaseChoice.Engine(settings, contentRoot), settings["Company:TimeZone"]);
    }
}
