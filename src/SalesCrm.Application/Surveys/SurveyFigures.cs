using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;

namespace SalesCrm.Application.Surveys;

/// <summary>
/// Keeps each customer's latest answer beside his file, and the lifecycle type that follows from it. Follows deals too, because what moves records from file
/// to file (merging, undoing) settles them.
/// </summary>
internal sealed class SurveyFigures : IDealFollower
{
    private const int Batch = 500;

    Task IDealFollower.FollowAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, DateOnly today, CancellationToken cancellationToken) => SettleAsync(db, customerIds, cancellationToken);

    /// <summary>Saves what is pending first; the caller saves what this changed.</summary>
    internal static async Task SettleAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        foreach (var ids in customerIds.Distinct().Chunk(Batch))
        {
            await db.HoldCustomersAsync(ids, cancellationToken);
            var rows = await db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id))
                .Select(c => new
                {
                    c.Id,
                    c.SurveyScore,
                    c.SurveyOn,
                    Score = db.SurveyAnswers.Where(answer => answer.CustomerId == c.Id).OrderByDescending(answer => answer.AnsweredOn).ThenByDescending(answer => answer.Id).Select(answer => (decimal?)answer.Score).FirstOrDefault(),
                    On = db.SurveyAnswers.Where(answer => answer.CustomerId == c.Id).Max(answer => (DateOnly?)answer.AnsweredOn),
                })
                .ToListAsync(cancellationToken);
            var moved = rows.Where(row => (row.SurveyScore, row.SurveyOn) != (row.Score, row.On)).ToDictionary(row => row.Id);
            if (moved.Count == 0)
            {
                continue;
            }

            foreach (var customer in await db.Customers.Where(customer => moved.Keys.Contains(customer.Id)).ToListAsync(cancellationToken))
            {
                (customer.SurveyScore, customer.SurveyOn) = (moved[customer.Id].Score, moved[customer.Id].On);
            }

            await db.SaveChangesAsync(cancellationToken);
            await Lifecycles.RefreshAsync(db, moved.Keys, cancellationToken);
        }
    }
}

/// <summary>Looks each customer's latest answer up a second time, plainly.</summary>
internal sealed class SurveyFigureCheck(CrmDbContext db) : IFigureCheck
{
    public string Name => "surveys";

    public async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken)
    {
        var answers = (await db.SurveyAnswers.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(answer => answer.CustomerId);
        var kept = await db.Customers.AsNoTracking().Select(customer => new { customer.Id, customer.SurveyScore, customer.SurveyOn }).ToListAsync(cancellationToken);
        return kept.Select(row => (row.Id, Kept: (row.SurveyScore, row.SurveyOn), Latest: answers[row.Id].OrderBy(answer => answer.AnsweredOn).ThenBy(answer => answer.Id).LastOrDefault()))
            .Where(row => row.Kept != (row.Latest?.Score, row.Latest?.AnsweredOn))
            .Select(row => FormattableString.Invariant($"Customer {row.Id} survey: kept {row.Kept}, computed ({row.Latest?.Score}, {row.Latest?.AnsweredOn})")).ToList();
    }
}
