using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.LeadForms;

namespace SalesCrm.Web.Pages.LeadForms;

[AllowAnonymous]
public sealed class ThanksModel(OpenForms forms) : PageModel
{
    public OpenForms.Form Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(token, cancellationToken) is not { } form)
        {
            return NotFound();
        }

        Form = form;
        return Page();
    }
}
