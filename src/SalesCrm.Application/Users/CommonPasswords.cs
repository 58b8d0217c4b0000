using System.Collections.Frozen;

namespace SalesCrm.Application.Users;

/// <summary>What is guessed first: the passwords that people choose most (embedded list), alone or with digits and signs around them.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> Words = new(Load);

    public static int Count => Words.Value.Count;

    public static bool IsCommon(string password)
    {
        var word = password.ToLowerInvariant();
        var core = word.AsSpan().Trim("0123456789!@#$%^&*()_+-=.,;:?/\\|'\"<>[]{}~` ").ToString();
        return Words.Value.Contains(word)
            || (core.Length >= 3 && Words.Value.Contains(core))
            || IsRepeated(core.Length >= 3 ? core : word)
            || IsCounted(word);
    }

    /// <summary>abcabcabcabc: a unit of at most six characters, again and again; also one that is on the list.</summary>
    private static bool IsRepeated(string word)
    {
        for (var unit = 1; unit <= 8 && unit * 2 <= word.Length; unit++)
        {
            var repeats = true;
            for (var index = unit; index < word.Length && repeats; index++)
            {
                repeats = word[index] == word[index - unit];
            }

            if (repeats && (unit <= 6 || Words.Value.Contains(word[..unit])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>123456789012, abcdefghijkl and the same backwards.</summary>
    private static bool IsCounted(string word)
    {
        var (up, down) = (0, 0);
        for (var index = 1; index < word.Length; index++)
        {
            var step = word[index] - word[index - 1];
            up += step is 1 or -9 ? 1 : 0;
            down += step is -1 or 9 ? 1 : 0;
        }

        return Math.Max(up, down) >= word.Length - 2;
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
