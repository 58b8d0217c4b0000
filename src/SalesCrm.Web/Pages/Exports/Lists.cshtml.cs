using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Opportunities;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Exports;

/// <summary>What the filter of a list shows, as a workbook. The filter travels in the address as it does on the list.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
[EnableRateLimiting(RateLimits.Export)]
public sealed class ListsModel(ExportList export, ExportRules rules, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string List { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>As comma separated text instead of a workbook.</summary>
    [BindProperty]
    public bool AsText { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? OwnerId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? CustomerId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    public int? Cap { get; private set; }

    public Text Title => List switch
    {
        "customers" => "客户",
        "opportunities" => "商机",
        "visits" => "跟进",
        "deals" => "成交",
        "surveys" => "满意度调查",
        _ => "线索",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => Cap = await rules.CapForAsync(actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = List switch
        {
            "customers" => await export.CustomersAsync(await FilterAsync(new CustomerFilter()) with { Fields = FieldQuery.Of(Request), Conditions = ConditionQuery.Of(Request) }, Reason, actor, cancellationToken),
            "opportunities" => await export.OpportunitiesAsync((await FilterAsync(new FilterQuery())).ToFilter() with { Fields = FieldQuery.Of(Request), Conditions = ConditionQuery.Of(Request) }, Reason, actor, cancellationToken),
            "visits" => await export.VisitsAsync(await FilterAsync(new VisitFilter()), Reason, actor, cancellationToken),
            "deals" => await export.DealsAsync(new DealList.Filter(From, Until, OwnerId, CustomerId), Reason, actor, cancellationToken),
            "surveys" => await export.SurveysAsync(new SurveyList.Filter(From, Until, OwnerId, CustomerId, Round), Reason, actor, cancellationToken),
            _ => await export.LeadsAsync(await FilterAsync(new LeadFilter()) with { Fields = FieldQuery.Of(Request), Conditions = ConditionQuery.Of(Request) }, Reason, actor, cancellationToken),
        };
        if (outcome is { Value: { } file })
        {
            return AsText && file.Text is { } table ? new CsvResult(Path.ChangeExtension(file.FileName, "csv"), table) : new WorkbookResult(file.FileName, file.Sheets);
        }

        Cap = await rules.CapForAsync(actor, cancellationToken);
        return this.Refuse(outcome, "");
    }

    /// <summary>The filter out of the address, as the list itself reads it.</summary>
    private async Task<T> FilterAsync<T>(T filter)
        where T : class
    {
        await TryUpdateModelAsync(filter, "", new Microsoft.AspNetCore.Mvc.ModelBinding.QueryStringValueProvider(
            Microsoft.AspNetCore.Mvc.ModelBinding.BindingSource.Query, Request.Query, System.Globalization.CultureInfo.InvariantCulture));
        return filter;
    }
}
