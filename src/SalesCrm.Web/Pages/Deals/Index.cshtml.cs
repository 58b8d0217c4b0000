using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Deals;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class IndexModel(DealList list, ShownColumns columns, SeenOwners owners, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? OwnerId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? CustomerId { get; set; }

    public DealList.Result Result { get; private set; } = null!;

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];

    public bool IsFiltered => From is not null || Until is not null || OwnerId is not null || CustomerId is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Result = await list.ReadAsync(new(From, Until, OwnerId, CustomerId), QueryLink.Page(Request, "-date"), actor, cancellationToken);
        Columns = await columns.OfAsync(ColumnedList.Deals.Columns, actor, cancellationToken);
        if (!Request.IsFragment())
        {
            Owners = await owners.ReadAsync(actor, cancellationToken);
        }

        return this.PageOrFragment("_Rows");
    }
}
