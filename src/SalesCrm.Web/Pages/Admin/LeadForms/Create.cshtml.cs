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
            ConsentText = "我同意贵公司保存以上信息，并就我的咨询与我联系。我可以随时要求删除。",
            ConsentTextEnglish = "I agree that the company stores these details and contacts me about my request. I may ask for their deletion at any time.",
            ThanksText = "谢谢，我们会尽快与您联系。",
            ThanksTextEnglish = "Thank you. We will contact you soon.",
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
