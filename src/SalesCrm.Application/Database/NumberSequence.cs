using Microsoft.EntityFrameworkCore;

namespace SalesCrm.Application.Database;

/// <summary>The last number given out for a prefix such as <c>KH202403</c>.</summary>
internal sealed class NumberSequence
{
    public required string Prefix { get; init; }
    public int Last { get; init; }

    /// <summary>
    /// Takes the next <paramref name="count"/> numbers and returns the first. Inside the write transaction: the update locks the row until
    /// the commit, so that no number is given twice, on any node.
    /// </summary>
    public static async Task<int> TakeAsync(CrmDbContext db, string prefix, int count, CancellationToken cancellationToken)
    {
        var taken = await db.NumberSequences.Where(sequence => sequence.Prefix == prefix)
            .ExecuteUpdateAsync(set => set.SetProperty(sequence => sequence.Last, sequence => sequence.Last + count), cancellationToken);
        if (taken == 0)
        {
            db.NumberSequences.Add(new NumberSequence { Prefix = prefix, Last = count });
            await db.SaveChangesAsync(cancellationToken);
            return 1;
        }

        var last = await db.NumberSequences.AsNoTracking().Where(sequence => sequence.Prefix == prefix).Select(sequence => sequence.Last).SingleAsync(cancellationToken);
        return last - count + 1;
    }
}
