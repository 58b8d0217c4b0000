using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Metrics;

/// <summary>One scope and its figures; <paramref name="Key"/> names it in addresses.</summary>
public sealed record MetricsRow(long Key, string Scope, Figures Figures);

/// <summary>The figures of a period: everything the reader reaches, and the same by scope.</summary>
public sealed record MetricsSheet(Period Period, Breakdown Breakdown, MetricsRow Total, IReadOnlyList<MetricsRow> Rows);

/// <summary>All figures of one period, broken down into scopes.</summary>
public sealed class MetricsTable(CrmDbContext db)
{
    /// <summary>The scope of everybody's work together.</summary>
    public const string CompanyScope = "company";

    /// <summary>The scope of records that belong to nobody, or to no source, industry or grade.</summary>
    public const string NoScope = "未填写";

    public async Task<MetricsSheet> ReadAsync(Period period, Breakdown breakdown, Actor actor, CancellationToken cancellationToken)
    {
        var organisation = await Organisation.ReadAsync(db, actor, cancellationToken);
        var key = FigureKey.Of(breakdown, organisation);
        var (first, last) = (period.First, period.Last);
        var counting = await db.CountingAsync(actor, cancellationToken);
        var leads = await FigureSums.Leads(db.LeadLines(counting, first, last, withUndated: true, withFile: breakdown is Breakdown.Industry or Breakdown.Grade).With(key)).ToListAsync(cancellationToken);
        var closed = await FigureSums.Closed(db.ClosedLines(counting, first, last).With(key)).ToListAsync(cancellationToken);

        // Shared customers make the total of the deals more than a sum of its rows, so the same query counts them once more for it.
        var deals = db.DealLines(counting, first, last);
        var sums = FigureSums.Deals(deals.With(key));
        var read = await (breakdown == Breakdown.Company ? sums : sums.Concat(FigureSums.Together(deals.With(FigureKey.Total)))).ToListAsync(cancellationToken);
        var figures = FigureSums.Figures(leads, read.Where(sum => sum.Key != FigureKey.Total || breakdown == Breakdown.Company), closed);
        var total = read.Where(sum => sum.AddsUp || sum.Key == FigureKey.Total).Aggregate(FigureSums.SumOf(figures.Values), (all, sum) => sum.AddTo(all));
        var totalRow = new MetricsRow(FigureKey.Total, organisation.ScopeOf(actor), total);
        return new MetricsSheet(period, breakdown, totalRow, breakdown == Breakdown.Company ? [totalRow] : await RowsAsync(figures, breakdown, organisation, cancellationToken));
    }

    private async Task<List<MetricsRow>> RowsAsync(Dictionary<long, Figures> figures, Breakdown breakdown, Organisation organisation, CancellationToken cancellationToken)
    {
        var words = breakdown is Breakdown.Source or Breakdown.Industry ? await WordsAsync(breakdown, cancellationToken) : [];
        var idle = breakdown switch
        {
            Breakdown.Rep => organisation.Reps,
            Breakdown.Office => organisation.Reps.Select(rep => organisation.Offices.GetValueOrDefault(rep)),
            Breakdown.Manager => organisation.Reps.Select(rep => organisation.Leaders.GetValueOrDefault(rep)),
            _ => [],
        };
        return figures.Keys.Union(idle.Where(key => key != 0))
            .Select(key => new MetricsRow(key, NameOf(key) ?? NoScope, figures.GetValueOrDefault(key, Figures.None)))
            .Where(row => row.Key != 0 || MetricWords.All.Any(metric => row.Figures[metric] is not (null or 0)))
            .OrderByDescending(row => row.Figures.Amount).ThenByDescending(row => row.Figures.Leads).ThenBy(row => row.Scope, StringComparer.Ordinal).ThenBy(row => row.Key)
            .ToList();

        string? NameOf(long key) => breakdown switch
        {
            Breakdown.Office => organisation.NameOfTeam(key),
            Breakdown.Manager or Breakdown.Rep => organisation.NameOfPerson(key),
            Breakdown.Grade => key == 0 ? null : ((Grading.Grade)key).ToString(),
            _ => words.GetValueOrDefault(key),
        };
    }

    private async Task<Dictionary<long, string>> WordsAsync(Breakdown breakdown, CancellationToken cancellationToken)
    {
        var kind = breakdown == Breakdown.Source ? DictionaryKind.Source : DictionaryKind.Industry;
        return (await Words.AllAsync(db, cancellationToken)).Where(word => word.Kind == kind).ToDictionary(word => word.Id, word => word.Name);
    }
}
