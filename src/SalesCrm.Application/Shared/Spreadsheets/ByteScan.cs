namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>Looks for a byte sequence in a whole stream.</summary>
internal static class ByteScan
{
    /// <summary>How often the sequence occurs; stops counting at <paramref name="enough"/>.</summary>
    public static int Count(Stream content, ReadOnlySpan<byte> wanted, int enough)
    {
        var buffer = new byte[64 << 10];
        var kept = 0;
        var count = 0;
        content.Position = 0;
        while (content.Read(buffer, kept, buffer.Length - kept) is var read && read > 0)
        {
            ReadOnlySpan<byte> seen = buffer.AsSpan(0, kept + read);
            while (seen.IndexOf(wanted) is var at && at >= 0)
            {
                if (++count >= enough)
                {
                    return count;
                }

                seen = seen[(at + wanted.Length)..];
            }

            // A sequence may lie across the edge of two reads.
            kept = Math.Min(seen.Length, wanted.Length - 1);
            seen[^kept..].CopyTo(buffer);
        }

        return count;
    }
}
