using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class DisqualifiedModel(DisqualifiedLeads disqualified, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public DisqualifiedLeads.Report Report { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Report = await disqualified.ReadAsync(From, To, actor, cancellationToken);
}
