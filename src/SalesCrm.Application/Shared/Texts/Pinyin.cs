using System.Collections.Frozen;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// How characters of a search key are read, without tones; characters with several readings have them all. The table is made
/// from the pinyin-pro package by <c>Assets/readings.mjs</c> and loaded when the first text is read.
/// </summary>
internal static class Pinyin
{
    private const int First = 0x3400;
    private const int Last = 0x9FFF;
    private static readonly Lazy<(string[]?[] Plane, FrozenSet<string> Syllables, FrozenSet<string> Starts)> Table = new(Load);

    /// <summary>The readings of a character (重: chong, zhong); none for what is no Chinese character.</summary>
    public static ReadOnlySpan<string> Of(char character) => character is >= (char)First and <= (char)Last ? Table.Value.Plane[character - First] : [];

    public static bool IsSyllable(string letters) => Table.Value.Syllables.Contains(letters);

    /// <summary>Whether some syllable begins so.</summary>
    public static bool IsStart(string letters) => Table.Value.Starts.Contains(letters);

    /// <summary>Whether a reading may be shortened to these letters (c and ch for chong).</summary>
    public static bool IsInitial(string letters) => letters.Length == 1 ? IsStart(letters) : letters is "zh" or "ch" or "sh";

    private static (string[]?[] Plane, FrozenSet<string> Syllables, FrozenSet<string> Starts) Load()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("readings.txt")
            ?? throw new InvalidOperationException("The table of readings is not embedded.");
        using var reader = new StreamReader(stream);
        var plane = new string[]?[Last - First + 1];
        var syllables = new List<string>();
        // Characters that are read alike share one array.
        var shared = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var syllable = line[..space];
            syllables.Add(syllable);
            foreach (var character in line.AsSpan(space + 1))
            {
                string[] readings = plane[character - First] is { } others ? [.. others, syllable] : [syllable];
                var name = string.Join(' ', readings);
                plane[character - First] = shared.TryGetValue(name, out var known) ? known : shared[name] = readings;
            }
        }

        var starts = syllables.SelectMany(syllable => Enumerable.Range(1, syllable.Length).Select(length => syllable[..length]));
        return (plane, syllables.ToFrozenSet(StringComparer.Ordinal), starts.ToFrozenSet(StringComparer.Ordinal));
    }
}
