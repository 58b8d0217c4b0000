using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Dashboards;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Demo;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Imports;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Lookups;
using SalesCrm.Application.Merges;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.MyDay;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Relationships;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Search;
using SalesCrm.Application.Segments;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Timelines;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application;

/// <summary>The only composition root of the product: calls each feature's registration.</summary>
public static class ApplicationServices
{
    /// <param name="services">Where to register.</param>
    /// <param name="engine">The database engine.</param>
    /// <param name="timeZone">The company's time zone, IANA or Windows name; Asia/Shanghai where empty.</param>
    public static IServiceCollection AddSalesCrm(this IServiceCollection services, DatabaseEngine engine, string? timeZone = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new CompanyClock(provider.GetRequiredService<TimeProvider>(), CompanyClock.ZoneOf(timeZone)));
        return services
            .AddDatabase(engine)
            .AddDictionaries()
            .AddAreas()
            .AddCustomFields()
            .AddFilters()
            .AddSegments()
            .AddColumns()
            .AddUsers()
            .AddCustomers()
            .AddCompetitors()
            .AddScripts()
            .AddDeals()
            .AddOpportunities()
            .AddVisits()
            .AddAttachments()
            .AddGrading()
            .AddLeads()
            .AddLeadForms()
            .AddTrials()
            .AddSurveys()
            .AddUpgrades()
            .AddSalesMetrics()
            .AddDashboards()
            .AddTimelines()
            .AddMyDay()
            .AddSearch()
            .AddLookups()
            .AddRelationships()
            .AddMerges()
            .AddActs()
            .AddHandovers()
            .AddAudit()
            .AddImports()
            .AddExports()
            .AddDemo();
    }
}
