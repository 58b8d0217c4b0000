using System.Globalization;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>Names for tabs: at most 31 characters, some of them forbidden, each only once.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly List<string> _names = [];
    private readonly HashSet<string> _unseen = [];

    public IReadOnlyList<string> All => _names;

    /// <summary>Those that no person sees.</summary>
    public IReadOnlySet<string> Unseen => _unseen;

    public void Add(string wanted, bool isUnseen = false)
    {
        var clean = string.Concat(wanted.Select(unit => char.IsControl(unit) || char.IsSurrogate(unit) || "[]:*?/\\".Contains(unit) ? '_' : unit)).Trim(' ', '\'');
        clean = clean.Length == 0 ? "Sheet" : clean;
        var name = Short(clean, Longest);
        for (var number = 2; _names.Contains(name, StringComparer.OrdinalIgnoreCase); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            name = Short(clean, Longest - suffix.Length) + suffix;
        }

        _names.Add(name);
        if (isUnseen)
        {
            _unseen.Add(name);
        }
    }

    private static string Short(string name, int length) => name.Length <= length ? name : name[..length].TrimEnd(' ', '\'');
}
