using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Admin.Stages;

[OnlyFor(Role.Admin)]
public sealed class IndexModel(StageList stages) : PageModel
{
    public IReadOnlyList<StageRow> Stages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Stages = await stages.ReadAsync(cancellationToken);
}
