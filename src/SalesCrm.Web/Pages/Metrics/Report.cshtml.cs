using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Metrics;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class ReportModel(PeriodReportForm form, EditPeriodReport edit, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditPeriodReport.Input Input { get; set; } = new();

    public Period Period { get; private set; }

    public Conflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(string period, CancellationToken cancellationToken)
    {
        if (PeriodChoice.Read(period, null) is not { } asked || await form.FindAsync(asked.Period, actor, cancellationToken) is not { } input)
        {
            return NotFound();
        }

        (Period, Input) = (asked.Period, input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string period, CancellationToken cancellationToken)
    {
        if (PeriodChoice.Read(period, null) is not { } asked)
        {
            return NotFound();
        }

        Period = asked.Period;
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await edit.ExecuteAsync(Period, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "问题与措施已保存");
            return this.GoTo($"/metrics/{Period}");
        }

        if (outcome.Kind == OutcomeKind.Conflict && await form.FindAsync(Period, actor, cancellationToken) is { } theirs)
        {
            Conflict = new Conflict(await form.LastChangeAsync(Period, cancellationToken), theirs.Version?.ToString() ?? "", new Versions<EditPeriodReport.Input>(Input, theirs)
                .Words("Problem", "主要问题", report => report.Problem)
                .Words("Measure", "优化措施", report => report.Measure)
                .Fields);
        }

        return this.Refuse(outcome);
    }
}
