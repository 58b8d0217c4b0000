using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Acts;

/// <summary>One act, what undoing it would come to, and beside that the button that takes it back.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class DetailsModel(ActDetails details, UndoAct undo, CurrentActor actor) : PageModel
{
    public ActDetails.Card Act { get; private set; } = null!;

    /// <summary>The whole undoing is to be tried, which takes about as long as the act did.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Trial { get; set; }

    /// <summary>Why it was not undone just now.</summary>
    public string? Refusal { get; private set; }

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

        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // That all of it was undone already, or is too old, the page says by itself.
        Refusal = Act.UndoableUntil is not null && outcome.Problems is [var problem, ..] ? Translations.Current.Say(problem.Message) : null;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, Trial, actor, cancellationToken) is not { } act)
        {
            return false;
        }

        Act = act;
        return true;
    }
}
