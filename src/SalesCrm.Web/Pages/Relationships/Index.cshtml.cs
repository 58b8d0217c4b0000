using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Relationships;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Relationships;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(RelationshipOverview overview, CustomerTypes types, CurrentActor actor) : PageModel
{
    public IReadOnlyList<RelationshipOverview.Line> Lines { get; private set; } = [];

    public CustomerTypes.Counts Types { get; private set; } = null!;

    public bool IsAdmin => actor.Value.Role == Role.Admin;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Lines = await overview.ReadAsync(actor, cancellationToken);
        Types = await types.ReadAsync(actor, cancellationToken);
    }
}
