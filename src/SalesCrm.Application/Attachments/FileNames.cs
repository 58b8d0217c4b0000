using System.Text;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Attachments;

/// <summary>The name under which a file is kept and offered: no path, nothing that a disk refuses, no hidden characters, its ending whole.</summary>
internal static class FileNames
{
    private const int Longest = 100;

    public static string Clean(string? typed)
    {
        var name = (typed ?? "").Replace('\\', '/');
        name = CleanText.Mended(name[(name.LastIndexOf('/') + 1)..]);
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029)))
        {
            kept.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : rune.ToString());
        }

        var clean = CleanText.ReadLine(CleanText.Shortened(kept.ToString(), 400), 500) is { IsRefused: false, Value: { } line } ? line : "";
        var ending = Path.GetExtension(clean).ToLowerInvariant();
        var stem = clean[..^ending.Length].Trim(' ', '.');
        return (stem.Length == 0 ? "附件" : CleanText.Shortened(stem, Longest - ending.Length)) + ending;
    }
}
