using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Audit;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Stages;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Opportunities;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class StageModel(MoveOpportunity move, OpportunityDetails details, OpportunityBoard board, RecordHistory history, CurrentActor actor) : PageModel
{
    [BindProperty]
    public MoveOpportunity.Input Input { get; set; } = new();

    /// <summary>Where the form stood: the board gets its lanes anew, others their record.</summary>
    [BindProperty]
    public string? From { get; set; }

    public OpportunityView View { get; private set; } = null!;

    /// <summary>What keeps it where it is.</summary>
    public StageGate? Gate { get; private set; }

    /// <summary>What somebody else changed in between.</summary>
    public AuditLog.AuditRow? Meanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, StageCode? stage, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new() { Stage = stage ?? View.Next?.Code, Version = View.Facts.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await move.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone && From == "board" && Request.IsFragment())
        {
            Toast.Show(this, new Text("已移到「{0}」", outcome.Value!.To));
            return Partial("_Moved", await MovedAsync(cancellationToken));
        }

        if (outcome.IsDone)
        {
            Toast.Show(this, new Text("已移到「{0}」", outcome.Value!.To));
            return this.GoTo(From == "board" ? "/opportunities/board" : $"/opportunities/{id}");
        }

        if (outcome.Kind == OutcomeKind.NotFound || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Gate = outcome.Value;
        if (outcome.Kind == OutcomeKind.Conflict)
        {
            Meanwhile = await history.LatestAsync("opportunity", id, actor, cancellationToken);
            if (From == "board" && Request.IsFragment())
            {
                return this.Refuse(outcome, partial: "_Moved", model: await MovedAsync(cancellationToken) with { Refused = this });
            }
        }

        return this.Refuse(outcome, partial: From == "board" ? "_Refusal" : null);
    }

    private async Task<BoardShown> MovedAsync(CancellationToken cancellationToken)
    {
        var filter = FilterQuery.Of(Request.Headers["HX-Current-URL"]);
        var view = await board.ReadAsync(filter.ToFilter() with { Fields = FieldFilter.Of(QueryText.Pairs(filter.Text).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))) }, actor, cancellationToken);
        return new(view, MayMove: true, filter.Text, OutOfBand: true);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await details.FindAsync(id, actor, cancellationToken) is not { Facts.MayWork: true } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
