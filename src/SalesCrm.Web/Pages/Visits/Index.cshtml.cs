using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Visits;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Admin)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(VisitList list, ShownColumns columns, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The tab: <c>open</c>, <c>overdue</c>, <c>archived</c>, or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public VisitMethod? Method { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? VisitorId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? CustomerId { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public Page<VisitList.VisitRow> Visits { get; private set; } = null!;

    public VisitList.VisitCounts Counts { get; private set; } = null!;

    public IReadOnlyList<VisitForm.Choice> Visitors { get; private set; } = [];

    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];

    public bool IsFiltered => Q is not null || Method is not null || VisitorId is not null || CustomerId is not null || From is not null || Until is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var filter = new VisitFilter { Q = Q, View = View, Method = Method, VisitorId = VisitorId, CustomerId = CustomerId, From = From, Until = Until };
        var standard = View is VisitFilter.Open or VisitFilter.Overdue ? "due" : "-at";
        Visits = await list.ReadAsync(filter, QueryLink.Page(Request, standard), actor, cancellationToken);
        Columns = await columns.OfAsync(ColumnedList.Visits.Columns, actor, cancellationToken);
        if (!Request.IsFragment())
        {
            Counts = await list.CountAsync(actor, cancellationToken);
            Visitors = await list.VisitorsAsync(actor, cancellationToken);
        }

        return this.PageOrFragment("_Rows");
    }
}
