using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Dashboards;

/// <param name="Amount">Yuan, deals of the period.</param>
public sealed record RankingRow(long UserId, string Name, decimal Amount, int Deals, int Customers);

/// <summary>Who sold most in a period.</summary>
public sealed class Ranking(CrmDbContext db)
{
    private const int Shown = 8;

    public async Task<IReadOnlyList<RankingRow>> ReadAsync(Period period, Actor actor, CancellationToken cancellationToken)
    {
        var sums = await FigureSums.Deals(db.DealLines(actor, period.First, period.Last).With(line => line.OwnerId))
            .Where(sum => sum.Key != 0)
            .Select(sum => new { sum.Key, Name = db.Users.Where(user => user.Id == sum.Key).Select(user => user.DisplayName).First(), sum.Amount, sum.Deals, sum.Customers })
            .ToListAsync(cancellationToken);
        return sums.GroupBy(sum => (sum.Key, sum.Name))
            .Select(rep => new RankingRow(rep.Key.Key, rep.Key.Name, rep.Sum(sum => sum.Amount), (int)rep.Sum(sum => sum.Deals), (int)rep.Sum(sum => sum.Customers)))
            .OrderByDescending(rep => rep.Amount).ThenBy(rep => rep.UserId).Take(Shown).ToList();
    }
}
