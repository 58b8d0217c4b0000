using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities;

/// <summary>What the open opportunities promise, month by month of their expected close: amount times the chance of their step. One command.</summary>
public sealed class OpportunityForecast(CrmDbContext db, CompanyClock clock)
{
    public async Task<IReadOnlyList<ForecastMonth>> ReadAsync(OpportunityFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var own = filter.Fields?.Resolve(db, await db.FieldsAsync(FieldSubject.Opportunity, actor, cancellationToken)) ?? [];
        var rows = filter.Apply(db.OpportunitiesOf(actor).AsNoTracking(), db, clock).Narrowed(own).Where(row => row.Status == OpportunityStatus.Open);
        var cells = await rows.Join(db.Stages, row => row.Stage, stage => stage.Code, (row, stage) => new { row, stage.Probability })
            .GroupBy(pair => new { Year = (int?)pair.row.ExpectedCloseOn!.Value.Year, Month = (int?)pair.row.ExpectedCloseOn!.Value.Month, pair.Probability })
            .Select(group => new { group.Key, Count = group.Count(), Amount = group.Sum(pair => pair.row.Amount) })
            .ToListAsync(cancellationToken);
        return cells
            .GroupBy(cell => cell.Key is { Year: { } year, Month: { } month } ? Period.OfMonth(year, month) : (Period?)null)
            .OrderBy(month => month.Key is null).ThenBy(month => month.Key)
            .Select(month => new ForecastMonth(
                month.Key, month.Sum(cell => cell.Count), month.Sum(cell => cell.Amount ?? 0), month.Sum(cell => (cell.Amount ?? 0) * cell.Key.Probability / 100)))
            .ToList();
    }
}

/// <param name="Month">The month of the expected close; null for those without one.</param>
/// <param name="Count">Open opportunities.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Weighted">Yuan, each times the chance of its step.</param>
public sealed record ForecastMonth(Period? Month, int Count, decimal Amount, decimal Weighted);
