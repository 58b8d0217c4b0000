using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Competitors;

/// <summary>The opportunities behind a figure of the competition.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class MeetingsModel(MeetingList list, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? CompetitorId { get; set; }

    [BindProperty(SupportsGet = true)]
    public MeetingResult? Result { get; set; }

    [BindProperty(SupportsGet = true)]
    public GapBand? Band { get; set; }

    /// <summary>A dash stands for unknown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? IndustryId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? ReasonId { get; set; }

    public Page<MeetingList.MeetingRow> Meetings { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Meetings = await list.ReadAsync(
            new(CompetitorId, Result, Band, Province is "-" ? "" : Province, IndustryId, ReasonId), QueryLink.Page(Request, "-closed"), actor, cancellationToken);
}
