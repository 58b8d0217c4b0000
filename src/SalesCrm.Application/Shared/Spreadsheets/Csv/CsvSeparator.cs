namespace SalesCrm.Application.Shared.Spreadsheets.Csv;

/// <summary>Finds out what stands between the cells.</summary>
internal static class CsvSeparator
{
    private const int LinesLookedAt = 20;
    private const string Candidates = ",;\t";

    /// <summary>The candidate that cuts the first lines into the most cells, and into equally many.</summary>
    public static char Detect(ReadOnlySpan<char> start)
    {
        var counts = new int[Candidates.Length, LinesLookedAt];
        var line = 0;
        var quoted = false;
        foreach (var character in start)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character is ('\n' or '\r') && !quoted)
            {
                if (++line == LinesLookedAt)
                {
                    break;
                }
            }
            else if (!quoted && Candidates.IndexOf(character) is var found && found >= 0)
            {
                counts[found, line]++;
            }
        }

        return Candidates.MaxBy(candidate => Score(counts, Candidates.IndexOf(candidate)));
    }

    private static int Score(int[,] counts, int candidate)
        => Enumerable.Range(0, LinesLookedAt)
            .Select(line => counts[candidate, line])
            .Where(count => count > 0)
            .GroupBy(count => count)
            .Select(same => same.Key * same.Count())
            .DefaultIfEmpty()
            .Max();
}
