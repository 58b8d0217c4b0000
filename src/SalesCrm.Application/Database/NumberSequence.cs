namespace SalesCrm.Application.Database;

/// <summary>The last number given out for a prefix such as <c>KH202403</c>.</summary>
internal sealed class NumberSequence
{
    public required string Prefix { get; init; }
    public int Last { get; set; }

    /// <summary>
    /// Takes the next <paramref name="count"/> numbers and returns the first. Call inside the write transaction, so that
    /// a number is neither given twice nor lost.
    /// </summary>
    public static async Task<int> TakeAsync(CrmDbContext db, string prefix, int count, CancellationToken cancellationToken)
    {
        var sequence = await db.NumberSequences.FindAsync([prefix], cancellationToken);
        if (sequence is null)
        {
            db.NumberSequences.Add(sequence = new NumberSequence { Prefix = prefix });
        }

        var first = sequence.Last + 1;
        sequence.Last += count;
        return first;
    }
}
