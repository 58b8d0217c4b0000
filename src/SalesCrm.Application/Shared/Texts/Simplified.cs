using System.Collections.Frozen;
using System.Text;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// Traditional and variant characters to simplified ones, character by character. Good for keys that are compared, not for
/// text that is shown: a few characters (乾, 著, 藉) have more than one simplified writing, which only the word decides.
/// The table is made from the OpenCC dictionaries by <c>Assets/simplified-characters.mjs</c>.
/// </summary>
internal static class Simplified
{
    private const int First = 0x3400;
    private const int Last = 0x9FFF;
    private static readonly (int[] Plane, FrozenDictionary<int, int> Others) Table = Load();

    public static Rune Of(Rune rune) => rune.Value switch
    {
        < First => rune,
        <= Last => Table.Plane[rune.Value - First] is var target && target == 0 ? rune : new Rune(target),
        _ => Table.Others.TryGetValue(rune.Value, out var target) ? new Rune(target) : rune,
    };

    private static (int[] Plane, FrozenDictionary<int, int> Others) Load()
    {
        using var stream = typeof(Simplified).Assembly.GetManifestResourceStream("simplified-characters.bin")
            ?? throw new InvalidOperationException("The table of simplified characters is not embedded.");
        using var table = new BinaryReader(stream);
        var plane = new int[Last - First + 1];
        var rest = new Dictionary<int, int>();
        for (var source = 0; stream.Position < stream.Length;)
        {
            source += table.Read7BitEncodedInt();
            var zigzag = table.Read7BitEncodedInt();
            var target = source + ((zigzag >> 1) ^ -(zigzag & 1));
            if (source is >= First and <= Last)
            {
                plane[source - First] = target;
            }
            else
            {
                rest.Add(source, target);
            }
        }

        return (plane, rest.ToFrozenDictionary());
    }
}
