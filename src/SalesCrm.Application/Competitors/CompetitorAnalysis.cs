using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Competitors;

/// <summary>Against whom, where, at which price and why we win or lose, over the opportunities that the reader may see. Summed by the database, one command for each table.</summary>
public sealed class CompetitorAnalysis(CrmDbContext db)
{
    private const int MostLines = 12;

    /// <param name="Label">A name; null for unknown.</param>
    /// <param name="English">Its English, where the word has one.</param>
    /// <param name="Filter">What the list behind it shows, without the result.</param>
    /// <param name="Open">Meetings not decided yet.</param>
    /// <param name="LostToIt">Those of the lost ones that the competitor took.</param>
    public sealed record Line(string? Label, string? English, MeetingFilter Filter, int Won, int Lost, int Open, int LostToIt)
    {
        public int Decided => Won + Lost;

        public int Met => Won + Lost + Open;

        /// <summary>Won of those decided, 0–1; null while none is decided.</summary>
        public decimal? WinRate => Decided == 0 ? null : (decimal)Won / Decided;
    }

    /// <param name="Total">All meetings.</param>
    /// <param name="Competitors">Each competitor, the most met first; empty where one is asked for.</param>
    /// <param name="Bands">By how far its price was from ours, cheapest first.</param>
    /// <param name="Reasons">Why it was lost, the commonest first; a line counts lost ones only.</param>
    public sealed record Report(Line Total, IReadOnlyList<Line> Competitors, IReadOnlyList<Line> Bands, IReadOnlyList<Line> Provinces, IReadOnlyList<Line> Industries, IReadOnlyList<Line> Reasons);

    /// <param name="competitorId">One competitor; all when empty.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Report> ReadAsync(long? competitorId, Actor actor, CancellationToken cancellationToken)
    {
        var filter = new MeetingFilter(competitorId);
        var met = db.MeetingsOf(actor, filter).Facts(db);
        var bands = await Sums(met.GroupBy(meeting => meeting.Band)).ToListAsync(cancellationToken);
        var total = new Line(null, null, filter, bands.Sum(row => row.Won), bands.Sum(row => row.Lost), bands.Sum(row => row.Open), bands.Sum(row => row.LostToIt));
        return new(
            total,
            competitorId is null ? await CompetitorsAsync(met, cancellationToken) : [],
            bands.OrderBy(row => row.Key == GapBand.Unknown).ThenBy(row => row.Key)
                .Select(row => new Line(null, null, filter with { Band = row.Key }, row.Won, row.Lost, row.Open, row.LostToIt)).ToList(),
            await ProvincesAsync(met, filter, cancellationToken),
            await IndustriesAsync(met, filter, cancellationToken),
            await ReasonsAsync(db.MeetingsOf(actor, filter with { Result = MeetingResult.Lost }), filter, cancellationToken));
    }

    private static async Task<IReadOnlyList<Line>> CompetitorsAsync(IQueryable<MeetingFacts> met, CancellationToken cancellationToken)
        => (await Sums(met.GroupBy(meeting => new { meeting.CompetitorId, meeting.Competitor })).ToListAsync(cancellationToken))
            .Select(row => new Line(row.Key.Competitor, null, new(row.Key.CompetitorId), row.Won, row.Lost, row.Open, row.LostToIt)).OrderByDescending(line => line.Met).ThenBy(line => line.Label, StringComparer.Ordinal).ToList();

    private static async Task<IReadOnlyList<Line>> ProvincesAsync(IQueryable<MeetingFacts> met, MeetingFilter filter, CancellationToken cancellationToken)
        => (await Sums(met.GroupBy(meeting => meeting.Province))
            .OrderByDescending(row => row.Won + row.Lost).ThenBy(row => row.Key).Take(MostLines).ToListAsync(cancellationToken))
            .ConvertAll(row => new Line(row.Key.Length == 0 ? null : row.Key, null, filter with { Province = row.Key }, row.Won, row.Lost, row.Open, 0));

    private static async Task<IReadOnlyList<Line>> IndustriesAsync(IQueryable<MeetingFacts> met, MeetingFilter filter, CancellationToken cancellationToken)
        => (await Sums(met.GroupBy(meeting => new { meeting.IndustryId, meeting.Industry, meeting.IndustryEnglish }))
            .OrderByDescending(row => row.Won + row.Lost).ThenBy(row => row.Key.IndustryId).Take(MostLines).ToListAsync(cancellationToken))
            .ConvertAll(row => new Line(row.Key.Industry, row.Key.IndustryEnglish, filter with { IndustryId = row.Key.IndustryId ?? 0 }, row.Won, row.Lost, row.Open, 0));

    private static async Task<IReadOnlyList<Line>> ReasonsAsync(IQueryable<Rival> lost, MeetingFilter filter, CancellationToken cancellationToken)
        => (await lost.GroupBy(rival => new { rival.Opportunity!.LossReasonId, rival.Opportunity.LossReason!.Name, rival.Opportunity.LossReason.EnglishName })
            .Select(group => new { group.Key, Lost = group.Count() })
            .OrderByDescending(row => row.Lost).ThenBy(row => row.Key.LossReasonId).Take(MostLines).ToListAsync(cancellationToken))
        .ConvertAll(row => new Line(row.Key.Name, row.Key.EnglishName, filter with { ReasonId = row.Key.LossReasonId ?? 0 }, 0, row.Lost, 0, 0));

    private static IQueryable<Sum<TKey>> Sums<TKey>(IQueryable<IGrouping<TKey, MeetingFacts>> groups) => groups.Select(group => new Sum<TKey>
    {
        Key = group.Key,
        Won = group.Count(meeting => meeting.Status == OpportunityStatus.Won),
        Lost = group.Count(meeting => meeting.Status == OpportunityStatus.Lost),
        Open = group.Count(meeting => meeting.Status == OpportunityStatus.Open),
        LostToIt = group.Count(meeting => meeting.IsLostToIt),
    });

    private sealed class Sum<TKey>
    {
        public required TKey Key { get; init; }
        public int Won { get; init; }
        public int Lost { get; init; }
        public int Open { get; init; }
        public int LostToIt { get; init; }
    }
}
