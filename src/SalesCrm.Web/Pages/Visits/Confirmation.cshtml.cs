using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Visits;

/// <summary>Writes down the result of a handling measure.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ConfirmationModel(ConfirmVisit confirm, VisitDetails details, CurrentActor actor) : PageModel
{
    [BindProperty]
    public ConfirmVisit.Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public VisitDetails.VisitCard Visit { get; private set; } = null!;

    public string Back => this.LocalAddress(ReturnUrl, $"/visits/{Visit.Id}");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new ConfirmVisit.Input { Result = Visit.Result, Version = Visit.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await confirm.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            // The next press saves over what is shown beside the form now.
            ModelState.Remove("Input.Version");
            Input.Version = Visit.Version;
            return this.Refuse(outcome);
        }

        Toast.Show(this, "结果已确认");
        return this.GoTo(Back);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(id, actor, cancellationToken) is not { MayConfirm: true, ArchivedAt: null } visit)
        {
            return false;
        }

        Visit = visit;
        return true;
    }
}
