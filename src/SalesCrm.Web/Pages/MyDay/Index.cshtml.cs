using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Handovers;
using SalesCrm.Application.MyDay;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.MyDay;

[OnlyFor(Role.Rep, Role.Manager, Role.Service)]
public sealed class IndexModel(DayAgenda day, FallingCustomers falling, HandoverList handovers, CurrentActor actor) : PageModel
{
    private const int MostFalling = 5;

    /// <summary>The tab: <c>overdue</c>, <c>confirm</c>, <c>week</c>, or today.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public AgendaView Tab => View switch
    {
        "overdue" => AgendaView.Overdue,
        "confirm" => AgendaView.ToConfirm,
        "week" => AgendaView.Week,
        _ => AgendaView.Today,
    };

    public DayAgenda.Agenda Agenda { get; private set; } = null!;

    /// <summary>His own customers who fall into the public pool soon.</summary>
    public FallingCustomers.Sheet Falling { get; private set; } = null!;

    /// <summary>Handovers that wait for his answer.</summary>
    public int Handovers { get; private set; }

    public string Person => actor.Value.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Agenda = await day.ReadAsync(Tab, actor, cancellationToken);
        Falling = await falling.ReadAsync(null, actor.Value.UserId, MostFalling, actor, cancellationToken);
        Handovers = await handovers.WaitingAsync(actor, cancellationToken);
        return this.PageOrFragment("_Agenda");
    }
}
