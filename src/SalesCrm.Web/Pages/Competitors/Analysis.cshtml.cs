using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Competitors;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class AnalysisModel(CompetitorAnalysis analysis, CurrentActor actor) : PageModel
{
    public CompetitorAnalysis.Report Report { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Report = await analysis.ReadAsync(null, actor, cancellationToken);
}
