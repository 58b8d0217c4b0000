namespace SalesCrm.Application.Shared.Texts;

/// <summary>The words at the end of a company's name that say what kind of company it is.</summary>
internal static class LegalForm
{
    // Longest first, so that 股份有限公司 does not leave 股份 behind.
    private static readonly string[] Chinese =
    [
        "股份有限责任公司", "股份有限公司", "有限责任公司", "有限合伙企业", "股份公司", "有限公司", "有限合伙", "公司", "集团",
    ];

    // Parts of a company, whose names end alike but mean another company.
    private static readonly string[] Parts = ["分公司", "子公司", "支公司"];

    // In the folded form: lower case, a space for every full stop.
    private static readonly string[] Latin =
    [
        "l l c", "l l p", "p l c", "g m b h", "s a r l", "s p a", "s a", "b v", "n v", "incorporated", "corporation", "company",
        "limited", "coltd", "holdings", "holding", "group", "gmbh", "sarl", "corp", "inc", "ltd", "llc", "llp", "plc", "pty", "pte",
        "spa", "co", "ag", "sa", "bv", "nv", "kg", "kk", "and", "und",
    ];

    /// <param name="folded">A name in lower case, simplified, with a space for what separates words.</param>
    /// <returns>The name without its legal forms; unchanged where nothing else would be left.</returns>
    public static string StrippedFrom(string folded)
    {
        var name = folded.AsSpan().Trim(' ');
        while (WithoutOne(name) is { Length: > 0 } shorter && shorter.Length < name.Length)
        {
            name = shorter;
        }

        return name.ToString();
    }

    private static ReadOnlySpan<char> WithoutOne(ReadOnlySpan<char> name)
    {
        foreach (var part in Parts)
        {
            if (name.EndsWith(part, StringComparison.Ordinal))
            {
                return name;
            }
        }

        foreach (var form in Chinese)
        {
            if (name.EndsWith(form, StringComparison.Ordinal))
            {
                return name[..^form.Length].TrimEnd(' ');
            }
        }

        foreach (var form in Latin)
        {
            if (name.EndsWith(form, StringComparison.Ordinal) && IsWholeWord(name[..^form.Length]))
            {
                return name[..^form.Length].TrimEnd(' ');
            }
        }

        return name;
    }

    /// <summary>"Texaco" is no "Texa Co.", but 华为Ltd is 华为 Ltd.</summary>
    private static bool IsWholeWord(ReadOnlySpan<char> before) => before.IsEmpty || before[^1] is ' ' or >= '\u2E80';
}
