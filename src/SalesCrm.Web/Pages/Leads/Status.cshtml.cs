using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Leads;

[OnlyFor(Role.Rep, Role.Manager, Role.Admin)]
public sealed class StatusModel(MoveLead move, LeadDetails details, LeadBoard board, Words words, CurrentActor actor) : PageModel
{
    [BindProperty]
    public MoveLead.Input Input { get; set; } = new();

    /// <summary>Where the form stood: the board gets its lanes anew, others their record.</summary>
    [BindProperty]
    public string? From { get; set; }

    public LeadDetails.Card Lead { get; private set; } = null!;

    public IReadOnlyList<Words.Word> Reasons { get; private set; } = [];

    /// <summary>Only the reason is missing.</summary>
    public bool AsksReason => Input.Status == LeadStatus.Disqualified && Lead.IsOpen;

    public async Task<IActionResult> OnGetAsync(long id, LeadStatus? status, CancellationToken cancellationToken)
    {
        Input = new() { Status = status };
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var fromBoard = From == "board";
        var outcome = await move.ExecuteAsync(id, Input, actor, cancellationToken);
        if (outcome.IsDone)
        {
            Toast.Show(this, new Text("已移到「{0}」", Input.Status!.Value.Name()));
            return fromBoard && Request.IsFragment() ? Partial("_Moved", await MovedAsync(cancellationToken)) : this.GoTo(fromBoard ? "/leads/board" : $"/leads/{id}");
        }

        return outcome.Kind != OutcomeKind.NotFound && await LoadAsync(id, cancellationToken) ? this.Refuse(outcome, partial: fromBoard ? "_Refusal" : null) : NotFound();
    }

    /// <summary>The board as its page was filtered.</summary>
    private async Task<BoardShown> MovedAsync(CancellationToken cancellationToken)
    {
        var address = Request.Headers["HX-Current-URL"].ToString();
        var query = address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? address[mark..] : "";
        var asked = QueryHelpers.ParseQuery(query);
        long? Number(string name) => long.TryParse(asked.GetValueOrDefault(name), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
        var filter = new LeadFilter { Q = asked.GetValueOrDefault("q"), SourceId = Number("sourceId"), OwnerId = Number("ownerId"), Fields = FieldFilter.Of(QueryText.Pairs(query).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))), Conditions = ConditionSet.Of(asked.GetValueOrDefault(ConditionSet.Parameter)) };
        return new(await board.ReadAsync(filter, actor, cancellationToken), query, OutOfBand: true);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        Reasons = await words.OfAsync(DictionaryKind.DisqualifyReason, null, cancellationToken);
        Lead = (await details.FindAsync(id, actor, cancellationToken))!;
        return Lead is not null;
    }
}
