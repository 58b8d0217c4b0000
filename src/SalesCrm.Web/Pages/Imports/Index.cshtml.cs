using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Imports.Uploads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Imports;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(ImportList list, CurrentActor actor) : PageModel
{
    public IReadOnlyList<ImportList.Line> Imports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Imports = await list.ReadAsync(actor, cancellationToken);
}
