using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Scripts;

/// <summary>Counts a use; the question before it is the confirmation that a sensitive one needs.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class UseModel(UseScript use, SaveScript scripts, CurrentActor actor) : PageModel
{
    public string Text { get; private set; } = "";

    public bool IsSensitive { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await scripts.FindAsync(id, cancellationToken) is not { IsArchived: false } script)
        {
            return NotFound();
        }

        (Text, IsSensitive) = (script.Text!, script.IsSensitive);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await use.ExecuteAsync(id, true, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return NotFound();
        }

        Toast.Show(this, "已计入使用次数");
        return this.GoTo("/scripts");
    }
}
