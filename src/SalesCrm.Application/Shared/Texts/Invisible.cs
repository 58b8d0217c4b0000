using System.Globalization;
using System.Text;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>Characters that nobody sees, or that change how the characters around them are shown.</summary>
internal static class Invisible
{
    /// <summary>ZERO WIDTH NON-JOINER and JOINER: part of emoji families and of some scripts' spelling.</summary>
    public static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    /// <summary>The letters of a subdivision flag (🏴 and what follows).</summary>
    public static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;

    public static bool IsVariationSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    /// <summary>Format characters (direction marks, zero-width space, byte order mark, soft hyphen) and the fillers that look like nothing.</summary>
    public static bool IsHidden(Rune rune)
        => (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !IsArabicSign(rune)) || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x034F or 0x180B or 0x180C or 0x180D;

    /// <summary>The few format characters that are drawn: number and verse signs.</summary>
    private static bool IsArabicSign(Rune rune) => rune.Value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;

    public static bool IsMark(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>A code point that Unicode promises never to assign; XML cannot carry some of them.</summary>
    public static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
