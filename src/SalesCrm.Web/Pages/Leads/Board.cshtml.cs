using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Users;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class BoardModel(LeadBoard board, LeadChoices choices, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? SourceId { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? OwnerId { get; set; }

    public BoardShown Board { get; private set; } = null!;

    public LeadChoices Choices => choices;

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || SourceId is not null || OwnerId is not null || FieldQuery.Of(Request) is not null || ConditionQuery.Of(Request) is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.LoadFilterAsync(actor, cancellationToken);
        var filter = new LeadFilter { Q = Q, SourceId = SourceId, OwnerId = OwnerId, Fields = FieldQuery.Of(Request), Conditions = ConditionQuery.Of(Request) };
        Board = new(await board.ReadAsync(filter, actor, cancellationToken), Request.QueryString.Value ?? "");
    }
}

/// <param name="View">What stands on the board.</param>
/// <param name="Query">The filter in the address, for links to the list.</param>
/// <param name="OutOfBand">The lanes replace those that the page shows.</param>
public sealed record BoardShown(LeadBoard.View View, string Query, bool OutOfBand = false)
{
    public LaneShown LaneOf(LeadBoard.Column column) => new(column, this);
}

public sealed record LaneShown(LeadBoard.Column Column, BoardShown Board);

public sealed record CardShown(LeadBoard.Card Card, BoardShown Board);
