using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Scripts;

[OnlyFor(Role.Manager, Role.Admin)]
public sealed class CreateModel(SaveScript save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveScript.Input Input { get; set; } = new();

    public void OnGet() => Input = new() { OperationId = Guid.NewGuid() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(null, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "话术已保存");
        return this.GoTo("/scripts");
    }
}
