using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Timelines;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Everything that happened with a customer; a part of his page, and a page of its own.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class TimelineModel(CustomerTimeline timeline, CompanyClock clock, CurrentActor actor) : PageModel
{
    /// <summary>The tab: <c>visits</c>, <c>sales</c>, <c>file</c>, or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Only follow-ups over this channel.</summary>
    [BindProperty(SupportsGet = true)]
    public VisitMethod? Method { get; set; }

    public CustomerTimeline.Timeline Timeline { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, string? after, CancellationToken cancellationToken)
    {
        TimelineKind[] kinds = Method is not null ? [TimelineKind.Visit] : Kind switch
        {
            "visits" => [TimelineKind.Visit, TimelineKind.Lead],
            "sales" => [TimelineKind.Stage, TimelineKind.Deal],
            "file" => [TimelineKind.Special, TimelineKind.Grade, TimelineKind.Pool, TimelineKind.Created, TimelineKind.File, TimelineKind.Survey],
            _ => [],
        };
        if (await timeline.ReadAsync(id, new CustomerTimeline.Request(kinds, Q, after, Method), actor, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Timeline = found;
        return this.PageOrFragment(string.IsNullOrEmpty(after) ? "_Timeline" : "_TimelineEvents");
    }

    /// <summary>What happened at the gate of the public pool.</summary>
    public static Text Words(PoolEvent moved) => moved.Move switch
    {
        PoolMoveKind.Fell => new Text("移入公海（规则：{0}；原跟进人 {1}）", moved.Rule ?? "", moved.From ?? "–"),
        PoolMoveKind.Released => new Text("移入公海（原跟进人 {0}）", moved.From ?? "–"),
        PoolMoveKind.Claimed => new Text("{0} 从公海领取", moved.To ?? "–"),
        _ => new Text("从公海分配给 {0}", moved.To ?? "–"),
    };

    /// <summary>The first day of an entry's month, for the lines between months.</summary>
    public DateOnly MonthOf(TimelineEvent happening) => CompanyClock.MonthOf(clock.DateOf(happening.At)).First;

    /// <summary>The address of another tab or of what is older, with everything else kept.</summary>
    public string Link(string? kind, string? after = null)
        => Url.Page("/Customers/Timeline", new { id = Timeline.CustomerId, kind, q = string.IsNullOrWhiteSpace(Q) ? null : Q, method = Method, after })!;
}
