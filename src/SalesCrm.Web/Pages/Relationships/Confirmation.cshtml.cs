using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Relationships;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Relationships;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ConfirmationModel(ConfirmRelationship confirm, RelationshipCard cards, CurrentActor actor) : PageModel
{
    [BindProperty]
    public ConfirmRelationship.Input Input { get; set; } = new();

    public RelationshipCard.Card Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new() { Type = Card.Type ?? Card.Signs?.Proposal, Reason = Card.Reason ?? (Card.Signs is { } signs ? Translations.Current.Say(signs.Reason) : null), Version = Card.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await confirm.ExecuteAsync(id, Input, actor, cancellationToken) : Outcome.Invalid([]);
        if (outcome.IsDone)
        {
            Toast.Show(this, "关系类型已确认");
            return this.GoTo($"/customers/{id}");
        }

        return await LoadAsync(id, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(id, actor, cancellationToken) is not { MayConfirm: true } card)
        {
            return false;
        }

        Card = card;
        return true;
    }
}
