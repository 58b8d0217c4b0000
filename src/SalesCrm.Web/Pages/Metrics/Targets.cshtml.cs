using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Metrics;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class TargetsModel(TargetSheet sheet, SetTargets set, CurrentActor actor) : PageModel
{
    [BindProperty]
    public List<SetTargets.Line> Lines { get; set; } = [];

    public Period Period { get; private set; }

    /// <summary>What is stored now; its versions go into the form, so that saving again after a conflict counts.</summary>
    public IReadOnlyList<TargetRow> Rows { get; private set; } = [];

    public bool HasConflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken cancellationToken)
        => await LoadAsync(period, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string period, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(period, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await set.ExecuteAsync(Period, Lines, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "目标已保存");
            return this.GoTo($"/metrics/{Period}");
        }

        HasConflict = outcome.Kind == OutcomeKind.Conflict;
        return this.Refuse(outcome, "Targets");
    }

    /// <summary>What was typed; on the first look what is stored.</summary>
    public string Typed(TargetRow row)
        => Lines.Find(line => line.Metric == row.Metric)?.Value ?? (Lines.Count > 0 ? "" : MetricsCsv.Raw(row.Value));

    private async Task<bool> LoadAsync(string period, CancellationToken cancellationToken)
    {
        if (PeriodChoice.Read(period, null) is not { } asked || await sheet.ReadAsync(asked.Period, actor, cancellationToken) is not { } rows)
        {
            return false;
        }

        (Period, Rows) = (asked.Period, rows);
        return true;
    }
}
