using System.Text;

namespace SalesCrm.Application.Tests.Shared.Texts;

/// <summary>Seeded random texts out of the characters that make trouble; the same on every run.</summary>
internal static class RandomTexts
{
    private static readonly string[] Pieces =
    [
        "a", "B", "z", "I", "İ", "ß", "é", "e\u0301", "\u0301", "Ａ", "９", "0", "7", "3", " ", "\u3000", "\u00A0", "(", "（", "·", ".", "-", "&", "'", "`",
        "科", "技", "有", "限", "公", "司", "張", "张", "發", "薴", "臺", "乾", "金", "𠮷", "䶮", "𰻝", "㐂", "ﾊﾟ", "㈱", "½", "ﬁ", "Ⅷ", "한", "ᄒ", "ᅡ", "ᆫ",
        "👨‍👩‍👧", "🇨🇳", "❤️", "\u200B", "\u200D", "\u202E", "\uFEFF", "\uFE0F", "Co", "Ltd", "有限公司", "集团", "\uD842", "\uDFB7", "\uFFFD", "А", "ς", "Σ",
    ];

    public static IEnumerable<string> Many(int seed, int count, int longest = 12)
    {
        var random = new Random(seed);
        for (var made = 0; made < count; made++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(longest + 1); length > 0; length--)
            {
                text.Append(random.Next(12) == 0 ? ((char)random.Next(char.MaxValue)).ToString() : Pieces[random.Next(Pieces.Length)]);
            }

            yield return text.ToString();
        }
    }
}
