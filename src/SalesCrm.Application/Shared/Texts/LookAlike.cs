using System.Text;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>Names that mix letters of scripts that look alike (Cyrillic а in "Аcme"): shown as a warning at save, never blocked.</summary>
internal static class LookAlike
{
    /// <summary>Whether one word has Latin letters together with Cyrillic, Greek, Armenian or Cherokee ones.</summary>
    public static bool IsIn(string? name)
    {
        var (latin, other) = (false, false);
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) || rune.Value >= 0x2E80)
            {
                (latin, other) = (false, false);
                continue;
            }

            latin |= rune.Value is < 0x0250 or (>= 0x1E00 and < 0x1F00);
            other |= rune.Value is (>= 0x0370 and < 0x0590) or (>= 0x13A0 and < 0x1400) or (>= 0x1F00 and < 0x2000);
            if (latin && other)
            {
                return true;
            }
        }

        return false;
    }
}
