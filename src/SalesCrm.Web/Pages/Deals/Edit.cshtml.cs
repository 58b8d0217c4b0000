using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Deals;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class EditModel(EditDeal edit, DealForm form, DealChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty]
    public EditDeal.Input Input { get; set; } = new();

    public DealChoices Choices => choices;

    /// <summary>The deal as it is stored.</summary>
    public DealForm.Filled Stored { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = Stored.Input;
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

        var outcome = await edit.ExecuteAsync(id, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            IsStale = outcome.Kind == OutcomeKind.Conflict;
            return this.Refuse(outcome);
        }

        Toast.Show(this, "已保存");
        return this.GoTo("/deals");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await form.FindAsync(id, actor, cancellationToken) is not { } stored)
        {
            return false;
        }

        Stored = stored;
        await choices.LoadAsync(stored.Input, actor, cancellationToken);
        return true;
    }
}
