using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Customers that a field proposes while one is named in it; the field sends its own name with what was typed.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class MentionsModel(CustomerPicker picker, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var typed = Request.Query.Select(pair => pair.Value.ToString()).FirstOrDefault() ?? "";
        return Partial("_Mentions", (await picker.MentionsAsync(typed, actor, cancellationToken), typed));
    }
}
