using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Surveys;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
public sealed class IndexModel(SurveyList list, SeenOwners owners, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? OwnerId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? CustomerId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    public SurveyList.Result Result { get; private set; } = null!;

    public IReadOnlyList<string> Rounds { get; private set; } = [];

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public bool IsFiltered => From is not null || Until is not null || OwnerId is not null || CustomerId is not null || !string.IsNullOrEmpty(Round);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Result = await list.ReadAsync(new(From, Until, OwnerId, CustomerId, Round), QueryLink.Page(Request, "-date"), actor, cancellationToken);
        if (!Request.IsFragment())
        {
            Rounds = await list.RoundsAsync(actor, cancellationToken);
            Owners = await owners.ReadAsync(actor, cancellationToken);
        }

        return this.PageOrFragment("_Rows");
    }
}
