using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Competitors;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class CreateModel(CreateCompetitor create, CurrentActor actor) : PageModel
{
    [BindProperty]
    public CreateCompetitor.Input Input { get; set; } = new();

    public void OnGet() => Input = new() { OperationId = Guid.NewGuid() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await create.ExecuteAsync(Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "档案已建立");
        return this.GoTo($"/competitors/{outcome.Value}");
    }
}
