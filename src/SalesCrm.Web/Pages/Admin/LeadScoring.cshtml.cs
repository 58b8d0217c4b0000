using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin;

[OnlyFor(Role.Admin)]
public sealed class LeadScoringModel(SaveLeadScoring save, CurrentActor actor) : PageModel
{
    [BindProperty]
    public SaveLeadScoring.Input Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input = await save.FormAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SaveAsync(save, Input, "评分规则已保存", actor, cancellationToken);
}
