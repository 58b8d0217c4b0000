using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Says of two files that they are two customers.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DistinctModel(DismissDuplicate dismiss, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnPostAsync(long id, long other, CancellationToken cancellationToken)
    {
        var outcome = await dismiss.ExecuteAsync(id, other, actor, cancellationToken);
        if (!outcome.IsDone)
        {
            return NotFound();
        }

        Toast.Show(this, "已标为两家不同的客户");
        return this.GoTo("/customers/duplicates");
    }
}
