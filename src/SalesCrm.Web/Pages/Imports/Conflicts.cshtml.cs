using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

/// <summary>The rows of a tried file whose records were changed here after its download, to be decided cell by cell, row by row, or all at once.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ConflictsModel(ImportDetails details, DecideConflicts decide, CurrentActor actor) : PageModel
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Handle { get; set; }

    /// <summary>Shows the rows behind this one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    /// <summary>By <see cref="DecideConflicts.NameOf"/>.</summary>
    [BindProperty]
    public Dictionary<string, ConflictChoice> Cells { get; set; } = [];

    /// <summary>The button that decides a row or all rows: <c>12:Mine</c>, <c>:Theirs</c>; none where the cells are saved as chosen.</summary>
    [BindProperty]
    public string? Whole { get; set; }

    public ImportReport Report { get; private set; } = null!;

    public string FileName { get; private set; } = "";

    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var import = await details.ReadAsync(Handle, actor, cancellationToken);
        if (import is not { State: ImportState.Checked, Report: { HasConflicts: true } report })
        {
            return import is null ? NotFound() : this.GoTo($"/imports/{Handle}/check");
        }

        (Report, FileName) = (report, import.FileName);
        Rows = [.. report.Rows.Where(row => row.IsConflict && row.Row > (After ?? 0)).OrderBy(row => row.Row).Take(Shown)];
        Next = report.Rows.Any(row => row.IsConflict && Rows.Count > 0 && row.Row > Rows[^1].Row) ? Rows[^1].Row : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        int? row = null;
        ConflictChoice? whole = null;
        if (Whole?.Split(':') is [var number, var word])
        {
            // Only nothing before the colon means all rows.
            var one = 0;
            if (!Enum.TryParse<ConflictChoice>(word, out var choice) || (number.Length > 0 && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out one)))
            {
                return NotFound();
            }

            (row, whole) = (number.Length > 0 ? one : null, choice);
        }

        var outcome = await decide.ExecuteAsync(Handle, new DecideConflicts.Input(Cells, row, whole), actor, cancellationToken);
        return outcome.Kind == OutcomeKind.NotFound ? NotFound() : this.GoTo($"/imports/{Handle}/{(row is null ? "check" : $"conflicts?after={After ?? 0}")}");
    }
}
