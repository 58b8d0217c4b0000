using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.MyDay;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.MyDay;

[OnlyFor(Role.Rep, Role.Manager, Role.Service)]
public sealed class IndexModel(DayAgenda day, CurrentActor actor) : PageModel
{
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

    public string Person => actor.Value.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Agenda = await day.ReadAsync(Tab, actor, cancellationToken);
        return this.PageOrFragment("_Agenda");
    }
}
