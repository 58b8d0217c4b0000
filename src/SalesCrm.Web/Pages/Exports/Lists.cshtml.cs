using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Exports;

/// <summary>What the filter of a list shows, as a workbook. The filter travels in the address as it does on the list.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
[EnableRateLimiting(RateLimits.Export)]
public sealed class ListsModel(ExportList export, ExportRules rules, ShownColumns columns, FilterReader filters, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string List { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>As comma separated text instead of a workbook.</summary>
    [BindProperty]
    public bool AsText { get; set; }

    /// <summary>Leaves out what the person's list does not show.</summary>
    [BindProperty]
    public bool OnlyShown { get; set; }

    /// <summary>The list, where one can choose its columns.</summary>
    public ColumnedList? Chosen => ColumnedList.Called(List, actor.Value.Role);

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
        var shown = OnlyShown && Chosen is { } list ? await columns.OfAsync(list.Columns, actor, cancellationToken) : null;
        var outcome = List switch
        {
            "customers" => await export.CustomersAsync(await filters.CustomersAsync(this, Request.Query), Reason, actor, cancellationToken, shown),
            "opportunities" => await export.OpportunitiesAsync(await filters.OpportunitiesAsync(this, Request.Query), Reason, actor, cancellationToken, shown),
            "visits" => await export.VisitsAsync(await filters.ReadAsync<VisitFilter>(this, Request.Query), Reason, actor, cancellationToken, shown),
            "deals" => await export.DealsAsync(new DealList.Filter(From, Until, OwnerId, CustomerId), Reason, actor, cancellationToken, shown),
            "surveys" => await export.SurveysAsync(new SurveyList.Filter(From, Until, OwnerId, CustomerId, Round), Reason, actor, cancellationToken),
            _ => await export.LeadsAsync(await filters.LeadsAsync(this, Request.Query), Reason, actor, cancellationToken, shown),
        };
        if (outcome is { Value: { } file })
        {
            return AsText && file.Text is { } table ? new CsvResult(Path.ChangeExtension(file.FileName, "csv"), table) : new WorkbookResult(file.FileName, file.Sheets);
        }

        Cap = await rules.CapForAsync(actor, cancellationToken);
        return this.Refuse(outcome, "");
    }
}
