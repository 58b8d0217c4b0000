using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.LeadForms;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.LeadForms;

[OnlyFor(Role.Admin)]
public sealed class CreateModel(SaveLeadForm save, LeadFormChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveLeadForm.Input Input { get; set; } = new();

    public LeadFormChoices Choices => choices;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new()
        {
            ConsentText = FormTexts.Consent,
            ConsentTextEnglish = FormTexts.ConsentEnglish,
            ThanksText = FormTexts.Thanks,
            ThanksTextEnglish = FormTexts.ThanksEnglish,
        };
        await choices.LoadAsync(null, actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = ModelState.IsValid ? await save.ExecuteAsync(null, Input, actor, cancellationToken) : null;
        if (outcome is { IsDone: true })
        {
            Toast.Show(this, "线索表单已保存");
            return this.GoTo("/admin/lead-forms");
        }

        await choices.LoadAsync(null, actor, cancellationToken);
        return outcome is null ? this.Invalid() : this.Refuse(outcome);
    }
}
