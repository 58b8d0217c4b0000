using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DisqualificationModel(DisqualifyLead disqualify, LeadDetails details, Words words, CurrentActor actor) : PageModel
{
    [BindProperty]
    public DisqualifyLead.Input Input { get; set; } = new();

    public LeadDetails.Card Lead { get; private set; } = null!;

    public IReadOnlyList<Words.Word> Reasons { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await disqualify.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "线索已淘汰，仍计入线索数量", $"/leads/{id}/reopening");
            return this.GoTo($"/leads/{id}");
        }

        return !await LoadAsync(id, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Reasons = await words.OfAsync(DictionaryKind.DisqualifyReason, null, cancellationToken);
        Lead = (await details.FindAsync(id, actor, cancellationToken))!;
        return Lead is not null;
    }
}
