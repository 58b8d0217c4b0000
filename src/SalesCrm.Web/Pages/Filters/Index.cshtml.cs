using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Users;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Filters;

/// <summary>The tabs that the reader has, his own and those shared with him.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class IndexModel(SavedFilters saved, CurrentActor actor) : PageModel
{
    public IReadOnlyList<SavedFilters.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Rows = [.. (await saved.ReadAsync(actor, cancellationToken)).Where(row => FilteredList.Of(row.Subject).Roles.Contains(actor.Value.Role))];
}
