using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Opportunities.Rivals;

/// <summary>What the text 竞争情况 says about rivals and is not on file yet. A proposal: a person confirms it, the text stays as it is.</summary>
public sealed class RivalProposals(CrmDbContext db)
{
    /// <param name="RivalId">The rival on file that lacks the gap; null for a new one.</param>
    /// <param name="Competitor">Null where the text does not say which.</param>
    /// <param name="Gap">Whole percent; below zero it is cheaper.</param>
    /// <param name="Words">The part of the text that says so.</param>
    /// <param name="IsOnFile">The competitor has a file already.</param>
    /// <param name="Version">Of the rival on file.</param>
    /// <param name="CounterMeasure">Of the rival on file.</param>
    public sealed record Proposal(long? RivalId, string? Competitor, int? Gap, string Words, bool IsOnFile, Guid Version, string? CounterMeasure);

    /// <param name="competition">The text as written.</param>
    /// <param name="rivals">Those on file on this opportunity.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<Proposal>> ReadAsync(string? competition, IReadOnlyList<RivalRow> rivals, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(competition))
        {
            return [];
        }

        var known = await KnownAsync(db, cancellationToken);
        var keys = known.Select(NameKey.OfCompany).ToHashSet(StringComparer.Ordinal);
        return RivalOffer.In(competition, known)
            .Where(offer => offer.Competitor is not null || rivals.Count == 0)
            .Select(offer => Of(offer, rivals.FirstOrDefault(row => offer.Competitor is not null && NameKey.OfCompany(row.Competitor) == NameKey.OfCompany(offer.Competitor)), keys))
            .OfType<Proposal>().ToList();
    }

    /// <summary>Names of the competitors on file.</summary>
    internal static Task<List<string>> KnownAsync(CrmDbContext db, CancellationToken cancellationToken)
        => db.Competitors.AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Id).Select(row => row.Name).ToListAsync(cancellationToken);

    /// <summary>A gap in whole percent, as rivals keep it.</summary>
    internal static int? Whole(decimal? gap) => gap is { } percent ? (int)Math.Round(percent, MidpointRounding.AwayFromZero) : null;

    private static Proposal? Of(RivalOffer offer, RivalRow? there, HashSet<string> known) => there switch
    {
        null => new(null, offer.Competitor, Whole(offer.GapPercent), offer.Words, offer.Competitor is not null && known.Contains(NameKey.OfCompany(offer.Competitor)), default, null),
        { PriceGap: null } when offer.GapPercent is not null => new(there.Id, there.Competitor, Whole(offer.GapPercent), offer.Words, true, there.Version, there.CounterMeasure),
        _ => null,
    };
}
