using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Opportunities.Rivals;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>
/// Notes the competitors that 竞争情况 names on the opportunity of the row, with their price gap. The text itself is kept word for word. A name
/// that is only guessed is left for a person to confirm on the opportunity. What the text on file says already is not noted again: whoever removed
/// a competitor there meant it.
/// </summary>
internal sealed class RivalCells
{
    private readonly ImportRun _run;
    private readonly Dictionary<string, Competitor> _competitors;
    private readonly List<string> _names;

    private RivalCells(ImportRun run, List<Competitor> competitors)
        => (_run, _competitors, _names) = (run, competitors.ToDictionary(row => row.NameKey, StringComparer.Ordinal), competitors.ConvertAll(row => row.Name));

    public static async Task<RivalCells> LoadAsync(ImportRun run, CancellationToken cancellationToken)
        => new(run, await (run.IsDry ? run.Db.Competitors.AsNoTracking() : run.Db.Competitors).OrderBy(row => row.Id).ToListAsync(cancellationToken));

    /// <param name="row">The row.</param>
    /// <param name="opportunity">Its opportunity.</param>
    /// <param name="before">What its text said before the row.</param>
    public void Apply(ImportRow row, Opportunity opportunity, string? before)
    {
        var said = RivalOffer.In(before, _names).Where(offer => offer.Competitor is not null).ToLookup(offer => NameKey.OfCompany(offer.Competitor!), offer => offer.GapPercent);
        foreach (var offer in RivalOffer.In(row.Text("Competition"), _names).Where(offer => offer.Competitor is not null && !said[NameKey.OfCompany(offer.Competitor)].Contains(offer.GapPercent)))
        {
            if (!offer.IsCertain)
            {
                row.Note(new Text("竞争情况里的「{0}」像是竞争对手，请在商机上确认", offer.Competitor));
                continue;
            }

            var competitor = CompetitorOf(offer.Competitor!);
            if (_run.IsDry)
            {
                continue;
            }

            if (opportunity.Rivals.FirstOrDefault(rival => rival.Competitor == competitor || (competitor.Id != 0 && rival.CompetitorId == competitor.Id)) is { } there)
            {
                there.PriceGap ??= RivalProposals.Whole(offer.GapPercent);
                continue;
            }

            if (said.Contains(competitor.NameKey))
            {
                continue;
            }

            opportunity.Rivals.Add(new Rival { Competitor = competitor, Offer = CleanText.Line(offer.Words), PriceGap = RivalProposals.Whole(offer.GapPercent) });
        }
    }

    private Competitor CompetitorOf(string name)
    {
        var key = NameKey.OfCompany(name);
        if (!_competitors.TryGetValue(key, out var competitor))
        {
            _competitors[key] = competitor = new Competitor { Name = name, NameKey = key };
            _names.Add(name);
            if (!_run.IsDry)
            {
                _run.Db.Competitors.Add(competitor);
            }
        }

        return competitor;
    }
}
