using System.Text;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>How alike two keys are, from 0 to 100: twice the pairs of neighbouring characters that both have, by all their pairs (Dice).</summary>
internal static class Likeness
{
    public static int Of(string key, string other)
    {
        if (key.Length == 0 || other.Length == 0)
        {
            return 0;
        }

        if (string.Equals(key, other, StringComparison.Ordinal))
        {
            return 100;
        }

        var pairs = PairsOf(key);
        var others = PairsOf(other);
        var all = pairs.Values.Sum() + others.Values.Sum();
        var shared = pairs.Sum(pair => Math.Min(pair.Value, others.GetValueOrDefault(pair.Key)));
        return all == 0 ? 0 : Math.Min(99, 200 * shared / all);
    }

    private static Dictionary<(Rune, Rune), int> PairsOf(string key)
    {
        var pairs = new Dictionary<(Rune, Rune), int>();
        var previous = default(Rune);
        foreach (var rune in key.EnumerateRunes())
        {
            if (previous != default)
            {
                pairs[(previous, rune)] = pairs.GetValueOrDefault((previous, rune)) + 1;
            }

            previous = rune;
        }

        return pairs;
    }
}
