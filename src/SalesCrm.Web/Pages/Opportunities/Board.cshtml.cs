using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Users;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class BoardModel(OpportunityBoard board, SeenOwners owners, CurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public FilterQuery Query { get; set; } = new();

    public BoardShown Board { get; private set; } = null!;

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public bool MayMove => actor.Value.Role is Role.Rep or Role.Manager or Role.Admin;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Board = new(await board.ReadAsync(Query.ToFilter() with { Fields = FieldQuery.Of(Request) }, actor, cancellationToken), MayMove, Request.QueryString.Value ?? "");
        if (actor.Value.Role is Role.Manager or Role.Admin)
        {
            Owners = await owners.ReadAsync(actor, cancellationToken);
        }
    }
}

/// <param name="View">What stands on the board.</param>
/// <param name="MayMove">Cards can be moved.</param>
/// <param name="Query">The filter in the address, for links to the list.</param>
/// <param name="OutOfBand">The lanes replace those that the page shows.</param>
public sealed record BoardShown(OpportunityBoardView View, bool MayMove, string Query, bool OutOfBand = false)
{
    /// <summary>A move that came too late: its card is shown as it is now, with the reason at the head of a lane.</summary>
    public StageModel? Refused { get; init; }

    /// <summary>The lane that the card was meant for, or where it stands when there is none.</summary>
    public StageCode? RefusedAt => Refused is null ? null : View.Columns.Any(column => column.Stage == Refused.Input.Stage) ? Refused.Input.Stage : Refused.View.Facts.Stage;

    public LaneShown LaneOf(BoardColumn column) => new(column, this);
}

public sealed record LaneShown(BoardColumn Column, BoardShown Board);

public sealed record CardShown(BoardCard Card, BoardColumn Column, BoardShown Board);
