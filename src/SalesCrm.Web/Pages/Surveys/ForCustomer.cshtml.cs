using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Surveys;

/// <summary>What a customer answered, for his page.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class ForCustomerModel(CustomerSurveys surveys, CurrentActor actor) : PageModel
{
    public CustomerSurveys.Panel Panel { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await surveys.FindAsync(id, actor, cancellationToken) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        return this.PageOrFragment("_Panel", panel);
    }
}
