using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ReopeningModel(ReopenLead reopen, LeadDetails details, CurrentActor actor) : PageModel
{
    public LeadDetails.Card Lead { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await reopen.ExecuteAsync(id, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, "线索已重新打开");
            return this.GoTo($"/leads/{id}");
        }

        return await LoadAsync(id, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Lead = (await details.FindAsync(id, actor, cancellationToken))!;
        return Lead is not null;
    }
}
