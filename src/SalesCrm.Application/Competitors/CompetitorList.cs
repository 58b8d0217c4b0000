using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Competitors;

/// <summary>The register of competitors; how often each was met counts only opportunities that the reader may see.</summary>
public sealed class CompetitorList(CrmDbContext db)
{
    public sealed record Filter(string? Text = null, ThreatLevel? Threat = null);

    private static readonly ListOrders<Competitor> Orders = new(
        new ListOrder<Competitor, string>("name", row => row.NameKey, row => row.Id),
        new ListOrder<Competitor, ThreatLevel?>("threat", row => row.Threat, row => row.Id));

    public Task<Page<CompetitorRow>> ReadAsync(Filter filter, PageRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var met = db.OpportunitiesOf(actor).Where(row => row.ArchivedAt == null).SelectMany(row => row.Rivals, (row, rival) => new { rival.CompetitorId, row.Status });
        var competitors = db.Competitors.AsNoTracking().Where(row => row.ArchivedAt == null).Matching(db, SearchKind.Competitor, filter.Text);
        competitors = filter.Threat is { } threat ? competitors.Where(row => row.Threat == threat) : competitors;
        return Orders.Named(request.Sort).ReadAsync(
            competitors,
            row => new CompetitorRow(
                row.Id, row.Name, row.Threat, row.PriceLevel, row.Region, row.Notes.Where(note => note.ArchivedAt == null && note.OpportunityId == null).Max(note => (DateOnly?)note.On),
                met.Count(pair => pair.CompetitorId == row.Id),
                met.Count(pair => pair.CompetitorId == row.Id && pair.Status == OpportunityStatus.Won),
                met.Count(pair => pair.CompetitorId == row.Id && pair.Status == OpportunityStatus.Lost)),
            request, cancellationToken);
    }
}

/// <param name="Id">The competitor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Threat">How dangerous it is.</param>
/// <param name="PriceLevel">Its prices in words.</param>
/// <param name="Region">Where it sells.</param>
/// <param name="LastNoteOn">Day of its latest noted move.</param>
/// <param name="Met">Opportunities on which it was met.</param>
/// <param name="Won">Those that we won.</param>
/// <param name="Lost">Those that we lost.</param>
public sealed record CompetitorRow(
    long Id, string Name, ThreatLevel? Threat, string? PriceLevel, string? Region, DateOnly? LastNoteOn, int Met, int Won, int Lost)
{
    /// <summary>Won of those decided, 0–1; null while none is decided.</summary>
    public decimal? WinRate => Won + Lost == 0 ? null : (decimal)Won / (Won + Lost);
}
