using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;
using SalesCrm.Web.Pages.Shared;
using SalesCrm.Web.Security;
using SalesCrm.Web.TagHelpers;

namespace SalesCrm.Web.Pages.Segments;

/// <summary>The saved filters that the reader has, his own and those shared with him, each with what it finds now.</summary>
[OnlyFor(Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin)]
public sealed class IndexModel(SavedFilters saved, FilterCounts counts, AreaSwitches areas, FilterReader filters, CurrentActor actor) : PageModel
{
    private const int PageSize = 20;

    /// <param name="Count">Counted as far as a tab tells.</param>
    public sealed record Segment(SavedFilters.Row Row, FilteredList List, int Count);

    public Page<Segment> Segments { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var off = await areas.ReadAsync(cancellationToken);
        var rows = (await saved.ReadAsync(actor, cancellationToken)).Where(row => FilteredList.Of(row.Subject).IsOpenTo(actor.Value.Role, off)).ToList();
        var from = int.TryParse(Request.Query[QueryLink.Cursor], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < rows.Count ? place : 0;
        var shown = rows.Skip(from).Take(PageSize).ToList();
        var asked = new List<IListFilter>();
        foreach (var row in shown)
        {
            asked.Add(await filters.OfAsync(row.Subject, this, new QueryCollection(QueryHelpers.ParseQuery(row.Query))));
        }

        var found = await counts.OfAsync(asked, Counting.MostOfTab, actor, cancellationToken);
        Segments = new(
            [.. shown.Select((row, at) => new Segment(row, FilteredList.Of(row.Subject), found[at]))],
            from > 0 ? CursorOf(Math.Max(0, from - PageSize)) : null,
            from + PageSize < rows.Count ? CursorOf(from + PageSize) : null,
            from + 1,
            rows.Count);
    }

    private static string CursorOf(int place) => place.ToString(CultureInfo.InvariantCulture);
}
