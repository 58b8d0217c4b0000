using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.LeadForms;

[OnlyFor(Role.Admin)]
public sealed class EditModel(SaveLeadForm save, LeadFormList forms, LeadFormChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveLeadForm.Input Input { get; set; } = new();

    public LeadFormChoices Choices => choices;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(id, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        Input = stored;
        await choices.LoadAsync(stored.SourceId, actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await save.ExecuteAsync(id, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "线索表单已保存");
            return this.GoTo("/admin/lead-forms");
        }

        await choices.LoadAsync(Input.SourceId, actor, cancellationToken);
        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }
}
