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
    public async Task<IReadOnlyList<RankingRow>> ReadAsync(Period period, Actor actor, CancellationToken cancellationToken)
        => await db.CountedDeals(actor)
            .Where(deal => deal.On >= period.First && deal.On <= period.Last && deal.OwnerId != null)
            .GroupBy(deal => new { deal.OwnerId, deal.Owner!.DisplayName })
            .Select(group => new
            {
                group.Key.OwnerId,
                group.Key.DisplayName,
                Amount = group.Sum(deal => deal.Amount),
                Deals = group.Count(),
                Customers = group.Select(deal => deal.CustomerId).Distinct().Count(),
            })
            .OrderByDescending(row => row.Amount).ThenBy(row => row.OwnerId)
            .Take(8)
            .Select(row => new RankingRow(row.OwnerId!.Value, row.DisplayName, row.Amount, row.Deals, row.Customers))
            .ToListAsync(cancellationToken);
}
