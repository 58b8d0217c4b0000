using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Exports;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
[EnableRateLimiting(RateLimits.Export)]
public sealed class IndexModel(ExportTemplate export, ExportRules rules, ExportLog log, CurrentActor actor) : PageModel
{
    /// <summary>1 to 5; nothing means all five in one workbook.</summary>
    [BindProperty]
    public string? Template { get; set; }

    [BindProperty]
    public string? Period { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public int? Cap { get; private set; }

    public bool SeesEverybody => actor.Value.SeesEverything;

    public IReadOnlyList<ExportLog.Line> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var template = Templates.Find(Template);
        var period = Application.Shared.Time.Period.TryParse(Period, out var read) ? read : (Period?)null;
        var outcome = !string.IsNullOrWhiteSpace(Period) && period is null
            ? Outcome<Export>.Invalid(nameof(Period), new Text("看不懂统计周期“{0}”，请写成 2024年Q1、2024-03 或 2024", Period))
            : await export.ExecuteAsync(template, period, Reason, actor, cancellationToken);
        if (outcome is { Value: { } file })
        {
            return new WorkbookResult(file.FileName, file.Sheets);
        }

        await LoadAsync(cancellationToken);
        return this.Refuse(outcome, "");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Cap = await rules.CapForAsync(actor, cancellationToken);
        Lines = await log.ReadAsync(actor, cancellationToken);
    }
}
