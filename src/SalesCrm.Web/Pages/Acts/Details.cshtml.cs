using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Acts;

/// <summary>One act, and the button that takes it back.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class DetailsModel(ActDetails details, UndoAct undo, CurrentActor actor) : PageModel
{
    public ActDetails.Card Act { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
        => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await undo.ExecuteAsync(id, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, new Text("已撤销，恢复了 {0} 条记录", outcome.Value));
            return this.GoTo($"/acts/{id}");
        }

        return await LoadAsync(id, cancellationToken) ? this.Refuse(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { } act)
        {
            return false;
        }

        Act = act;
        return true;
    }
}
