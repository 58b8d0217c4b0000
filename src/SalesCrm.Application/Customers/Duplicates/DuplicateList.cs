using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>Pairs of files that may be one customer, the surest first. Of a file outside the reader's scope only its existence is told, and whom to ask.</summary>
public sealed class DuplicateList(CrmDbContext db)
{
    private static readonly ListOrder<DuplicateCandidate, int> Order = new("score", pair => pair.Score, pair => pair.Id);

    /// <param name="Id">Null outside the reader's scope.</param>
    /// <param name="LastFollowUpAt">UTC.</param>
    public sealed record Side(long? Id, string? Name, string? Number, string? Owner, DateTime? LastFollowUpAt, int DealCount, bool IsConfidential);

    /// <param name="MayMerge">The reader may change both files.</param>
    public sealed record PairRow(int Score, DuplicateReasons Reasons, Side First, Side Second, bool MayMerge);

    /// <summary>When all files were last looked through, UTC; null before the first time or when it found nothing.</summary>
    public Task<DateTime?> FoundAtAsync(CancellationToken cancellationToken) => db.DuplicateCandidates.MaxAsync(pair => (DateTime?)pair.FoundAt, cancellationToken);

    public async Task<Page<PairRow>> ReadAsync(string? cursor, Actor actor, CancellationToken cancellationToken)
    {
        var own = db.CustomersEditedBy(actor).Select(customer => customer.Id);
        var pairs = db.DuplicateCandidates.AsNoTracking()
            .Where(pair => pair.First!.ArchivedAt == null && pair.Second!.ArchivedAt == null && (own.Contains(pair.FirstId) || own.Contains(pair.SecondId)));
        return await Order.ReadAsync(
            pairs,
            pair => new PairRow(
                pair.Score, pair.Reasons,
                new Side(
                    own.Contains(pair.FirstId) ? pair.FirstId : null, own.Contains(pair.FirstId) ? pair.First!.Name : null, own.Contains(pair.FirstId) ? pair.First!.Number : null,
                    pair.First!.Owner!.DisplayName, own.Contains(pair.FirstId) ? pair.First!.LastFollowUpAt : null, own.Contains(pair.FirstId) ? pair.First!.DealCount : 0,
                    own.Contains(pair.FirstId) && pair.First!.ConfidentialAt != null),
                new Side(
                    own.Contains(pair.SecondId) ? pair.SecondId : null, own.Contains(pair.SecondId) ? pair.Second!.Name : null, own.Contains(pair.SecondId) ? pair.Second!.Number : null,
                    pair.Second!.Owner!.DisplayName, own.Contains(pair.SecondId) ? pair.Second!.LastFollowUpAt : null, own.Contains(pair.SecondId) ? pair.Second!.DealCount : 0,
                    own.Contains(pair.SecondId) && pair.Second!.ConfidentialAt != null),
                own.Contains(pair.FirstId) && own.Contains(pair.SecondId)),
            new PageRequest("score", true, cursor, 50), cancellationToken);
    }
}
