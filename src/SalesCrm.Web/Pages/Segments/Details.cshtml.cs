using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Segments;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Segments;

/// <summary>One segment: what it asks, how many it finds now, and what they look like.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class DetailsModel(SavedFilters saved, ConditionWords words, SegmentPortrait portraits, AreaSwitches areas, FilterReader filters, CurrentActor actor) : PageModel
{
    public SavedFilters.Row Row { get; private set; } = null!;

    public FilteredList List { get; private set; } = null!;

    /// <summary>What it asks, in words; null where that cannot be read and so asks nothing.</summary>
    public IReadOnlyList<Text?> Conditions { get; private set; } = [];

    public Portrait Portrait { get; private set; } = null!;

    public bool MayExport => actor.Value.Role is Role.Rep or Role.Manager or Role.Admin;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await saved.FindAsync(id, actor, cancellationToken) is not { } row || !FilteredList.Of(row.Subject).IsOpenTo(actor.Value.Role, await areas.ReadAsync(cancellationToken)))
        {
            return NotFound();
        }

        (Row, List) = (row, FilteredList.Of(row.Subject));
        Conditions = await words.SayAsync(row.Subject, QueryText.Pairs(row.Query), actor, cancellationToken);
        Portrait = await portraits.ReadAsync(await filters.OfAsync(row.Subject, this, new QueryCollection(QueryHelpers.ParseQuery(row.Query))), actor, cancellationToken);
        return Page();
    }

    /// <summary>The list narrowed to one group.</summary>
    public string To(Portrait.Line line)
        => List.With($"{Row.Query}&{QueryText.Of(line.Conditions.Select(condition => KeyValuePair.Create(ConditionSet.Parameter, condition.ToString())))}");
}
