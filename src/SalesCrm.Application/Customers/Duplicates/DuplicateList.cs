using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>Pairs of files that may be one customer, the surest first. Of a file outside the reader's scope only its existence is told, and whom to ask; a confidential one that is closed to him is in no pair.</summary>
public sealed class DuplicateList(CrmDbContext db)
{
    private static readonly ListOrder<DuplicateCandidate, int> Order = new("score", pair => pair.Score, pair => pair.Id);

    /// <param name="MayMerge">The reader may change both files.</param>
    public sealed record PairRow(int Score, DuplicateReasons Reasons, DuplicateSide First, DuplicateSide Second, bool MayMerge)
    {
        /// <summary>The file that is not the reader's is in the pool, where he may claim it.</summary>
        public bool IsPooled { get; init; }

        /// <summary>The nearest manager of both owners, who may merge where the reader may not; null where only an admin may.</summary>
        public string? Manager { get; init; }
    }

    /// <param name="On">The day of the last search; null before the first.</param>
    /// <param name="At">UTC; when it was, where it found something.</param>
    public sealed record LastSearch(DateOnly? On, DateTime? At);

    /// <summary>When all files were last looked through.</summary>
    public async Task<LastSearch> LastSearchAsync(CancellationToken cancellationToken) => new(
        await db.JobTurns.Where(turn => turn.Name == FindDuplicates.Job).Select(turn => turn.LastDay).SingleOrDefaultAsync(cancellationToken),
        await db.DuplicateCandidates.MaxAsync(pair => (DateTime?)pair.FoundAt, cancellationToken));

    public async Task<Page<PairRow>> ReadAsync(string? cursor, Actor actor, CancellationToken cancellationToken)
    {
        // Nobody archived is shown, so none that was merged away; the ids alone stand in an index.
        var own = db.CustomersEditedOrMergedBy(actor).Select(customer => customer.Id);
        var closed = db.ClosedTo(actor);
        var pairs = db.DuplicateCandidates.AsNoTracking()
            .Where(pair => pair.First!.ArchivedAt == null && pair.Second!.ArchivedAt == null && !closed.Contains(pair.FirstId) && !closed.Contains(pair.SecondId) && (own.Contains(pair.FirstId) || own.Contains(pair.SecondId)));
        var page = await Order.ReadAsync(
            pairs,
            pair => new Found(
                pair.Score, pair.Reasons, own.Contains(pair.FirstId), own.Contains(pair.SecondId),
                new DuplicateSide(pair.FirstId, pair.First!.Name, pair.First.Number, pair.First.Owner!.DisplayName, pair.First.LastFollowUpAt, pair.First.DealCount, pair.First.ConfidentialAt != null),
                new DuplicateSide(pair.SecondId, pair.Second!.Name, pair.Second.Number, pair.Second.Owner!.DisplayName, pair.Second.LastFollowUpAt, pair.Second.DealCount, pair.Second.ConfidentialAt != null))
            {
                IsPooled = pair.First.OwnerId == null || pair.Second.OwnerId == null,
                Manager = db.Users
                    .Where(user => user.IsActive && user.Role == Role.Manager && db.Reaches.Any(reach => reach.ActorId == user.Id && reach.UserId == pair.First.OwnerId) && db.Reaches.Any(reach => reach.ActorId == user.Id && reach.UserId == pair.Second.OwnerId))
                    .OrderBy(user => db.Reaches.Count(reach => reach.ActorId == user.Id)).ThenBy(user => user.Id).Select(user => user.DisplayName).FirstOrDefault(),
            },
            new PageRequest("score", true, cursor, 50), cancellationToken);
        var rows = page.Rows.Select(row => new PairRow(row.Score, row.Reasons, row.First.For(row.SeesFirst), row.Second.For(row.SeesSecond), row.SeesFirst && row.SeesSecond) { IsPooled = row.IsPooled, Manager = row.Manager });
        return new Page<PairRow>([.. rows], page.Previous, page.Next, page.First, page.Total);
    }

    private sealed record Found(int Score, DuplicateReasons Reasons, bool SeesFirst, bool SeesSecond, DuplicateSide First, DuplicateSide Second)
    {
        public bool IsPooled { get; init; }

        public string? Manager { get; init; }
    }
}
