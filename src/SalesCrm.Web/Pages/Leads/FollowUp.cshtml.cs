using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.FollowUps;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class FollowUpModel(LogLeadFollowUp log, LeadDetails details, CurrentActor actor) : PageModel
{
    [BindProperty]
    public LogLeadFollowUp.Input Input { get; set; } = new();

    public LeadDetails.Card Lead { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        Input = new() { OperationId = Guid.NewGuid() };
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await log.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "跟进已保存");
            return this.GoTo($"/leads/{id}");
        }

        return !await LoadAsync(id, cancellationToken) ? NotFound() : outcome is null ? this.Invalid() : this.Refuse(outcome);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Lead = (await details.FindAsync(id, actor, cancellationToken))!;
        return Lead is not null;
    }
}
