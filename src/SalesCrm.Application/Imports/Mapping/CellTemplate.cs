using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>A text into which the cells of a row are put.</summary>
internal sealed partial class CellTemplate(IReadOnlyList<string> lines, Func<string, TableColumn> columnOf)
{
    private static readonly char[] Joints = [' ', ',', ';', '/', '-', '·', '，', '、', '；'];

    private readonly Dictionary<string, TableColumn> _columns = NamesIn(lines).ToDictionary(name => name, columnOf);

    public IReadOnlyList<TableColumn> Columns => [.. _columns.Values];

    /// <summary>The columns that a template names.</summary>
    public static IEnumerable<string> NamesIn(IReadOnlyList<string> lines) => lines.SelectMany(line => Place().Matches(line)).Select(match => match.Groups["name"].Value).Distinct();

    public TableCell Fill(TableRow row)
        => TableCell.OfText(_columns.Count == 0 ? 0 : _columns.Values.First().Column, string.Join('\n', lines.Select(line => Line(line, row)).Where(line => line.Length > 0)));

    private string Line(string line, TableRow row)
    {
        var isFilled = false;
        var text = Place().Replace(Halves().Replace(line, match => Ordered(match, row)), match =>
        {
            var words = Words(match.Groups["name"].Value, row);
            isFilled |= words.Length > 0;
            return words;
        });
        return isFilled ? Gaps().Replace(text, " ").Trim(Joints) : "";
    }

    /// <summary>Other systems put 伟 赵 where a Chinese is called 赵伟: whatever their order, a name in Chinese characters begins with the family's and has no blank.</summary>
    private string Ordered(Match halves, TableRow row)
    {
        var (one, two) = (halves.Groups["one"].Value, halves.Groups["two"].Value);
        var family = HeaderWords.IsGivenName(one) && HeaderWords.IsFamilyName(two) ? two : HeaderWords.IsFamilyName(one) && HeaderWords.IsGivenName(two) ? one : null;
        return family is not null && NameKey.IsChinese(Words(one, row)) && NameKey.IsChinese(Words(two, row)) ? $"{{{family}}}{{{(family == one ? two : one)}}}" : halves.Value;
    }

    private string Words(string name, TableRow row) => CleanText.Lines(FieldReaders.TextOf(row[_columns[name].Column]).Value) ?? "";

    [GeneratedRegex(@"\{(?<one>[^{}]+)\}[ \u3000]+\{(?<two>[^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Halves();

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"[ \t]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();
}
