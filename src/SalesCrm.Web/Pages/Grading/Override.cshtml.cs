using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Grading.Overrides;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Grading;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class OverrideModel(OverrideGrade change, GradeCard cards, CurrentActor actor) : PageModel
{
    [BindProperty]
    public OverrideGrade.Input Input { get; set; } = new();

    public GradeCardView Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new OverrideGrade.Input { Grade = Card.Override?.Grade, Reason = Card.Override?.Reason, Until = Card.Override?.Until };
        return Card.MayOverride ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await change.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, new Text("等级已调整为 {0}", Input.Grade));
            return this.GoTo($"/grading/for-customer/{id}");
        }

        return !await LoadAsync(id, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Card = (await cards.FindAsync(id, actor, cancellationToken))!;
        return Card is not null;
    }
}
