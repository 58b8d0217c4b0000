using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Fields;

[OnlyFor(Role.Admin)]
public sealed class CreateModel(SaveField save, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FieldSubject Subject { get; set; } = FieldSubject.Customer;

    [BindProperty]
    public SaveField.Input Input { get; set; } = new() { Rep = true, Manager = true, Service = true, Legal = true };

    public IActionResult OnGet() => Enum.IsDefined(Subject) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var outcome = await save.ExecuteAsync(Subject, null, Input, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return this.Refuse(outcome);
        }

        Toast.Show(this, "已添加");
        return this.GoTo($"/admin/fields?subject={Subject}");
    }
}
