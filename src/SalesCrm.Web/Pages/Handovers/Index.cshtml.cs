using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Handovers;

/// <summary>Handovers that somebody proposed, receives, or whose people are concerned.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class IndexModel(HandoverList list, CurrentActor actor) : PageModel
{
    public Page<HandoverList.HandoverRow> Handovers { get; private set; } = null!;

    public bool MayPropose => actor.Value.Role is Role.Manager or Role.Admin;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) => Handovers = await list.ReadAsync(cursor, actor, cancellationToken);
}
