using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Visits;

/// <summary>Customers that match while somebody types; a part of the form's page only.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class CustomersModel(CustomerPicker picker, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, string? returnUrl, CancellationToken cancellationToken)
        => Partial("_Customers", new CustomerChoice(await picker.FindAsync(q, actor, cancellationToken), returnUrl, q));
}
