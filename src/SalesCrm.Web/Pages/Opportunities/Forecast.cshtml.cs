using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Users;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class ForecastModel(OpportunityForecast forecast, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FilterQuery Query { get; set; } = new();

    public IReadOnlyList<ForecastMonth> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Months = await forecast.ReadAsync(Query.ToFilter() with { Fields = FieldQuery.Of(Request) }, actor, cancellationToken);
}
