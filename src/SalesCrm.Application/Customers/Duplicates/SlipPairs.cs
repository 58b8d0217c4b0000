using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>
/// All pairs among many names that differ by one character: two such names are the same once one character is left out of each, so that only names
/// that meet in one of these rests are compared. The rests are gone through in parts, which bounds the memory for a million names.
/// </summary>
internal static class SlipPairs
{
    private const int RestsOfPart = 4_000_000;

    /// <summary>So many may meet where the differing characters are not read alike.</summary>
    private const int Few = 3;

    public static IEnumerable<(long First, long Second)> Of(IReadOnlyList<(long Id, string Key)> names)
    {
        var those = names.Where(name => NameSlip.IsLongEnough(name.Key)).ToList();
        var parts = (ulong)(1 + (those.Sum(name => name.Key.Length + 1L) / RestsOfPart));
        for (var part = 0UL; part < parts; part++)
        {
            foreach (var pair in Of(those, part, parts))
            {
                yield return pair;
            }
        }
    }

    private static IEnumerable<(long First, long Second)> Of(List<(long Id, string Key)> names, ulong part, ulong parts)
    {
        var rests = new List<(ulong Hash, int Name)>();
        for (var name = 0; name < names.Count; name++)
        {
            var key = names[name].Key;
            for (var without = -1; without < key.Length; without++)
            {
                // Which of two equal neighbours is left out makes no other rest; a name meets there once.
                var isRepeated = without > 0 && key[without] == key[without - 1];
                if (!isRepeated && Hash(key, without) is var rest && rest % parts == part)
                {
                    rests.Add((rest, name));
                }
            }
        }

        rests.Sort();
        for (int from = 0, to; from < rests.Count; from = to)
        {
            for (to = from + 1; to < rests.Count && rests[to].Hash == rests[from].Hash; to++)
            {
            }

            // A crowd that meets is no sign: so many have the same everyday words and another name. A few are one where the names are read alike.
            if (to - from is < 2 or > FindDuplicates.Crowd)
            {
                continue;
            }

            for (var one = from; one < to; one++)
            {
                for (var other = one + 1; other < to; other++)
                {
                    var (first, second) = (names[rests[one].Name], names[rests[other].Name]);
                    if (NameSlip.IsBetween(first.Key, second.Key) && (to - from <= Few || NameSlip.IsReadAlike(first.Key, second.Key)))
                    {
                        yield return (Math.Min(first.Id, second.Id), Math.Max(first.Id, second.Id));
                    }
                }
            }
        }
    }

    /// <summary>FNV-1a over the key without one of its units.</summary>
    private static ulong Hash(string key, int without)
    {
        var hash = 14695981039346656037UL;
        for (var at = 0; at < key.Length; at++)
        {
            if (at != without)
            {
                hash = (hash ^ key[at]) * 1099511628211UL;
            }
        }

        return hash;
    }
}
