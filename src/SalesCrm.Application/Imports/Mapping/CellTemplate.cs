using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>A text into which the cells of a row are put.</summary>
internal sealed partial class CellTemplate(IReadOnlyList<string> lines, Func<string, TableColumn> columnOf)
{
    private static readonly char[] Joints = [' ', ',', ';', '/', '-', '·', '，', '、', '；'];

    private readonly Dictionary<string, TableColumn> _columns = lines.SelectMany(line => Place().Matches(line)).Select(match => match.Groups["name"].Value).Distinct().ToDictionary(name => name, columnOf);

    public IReadOnlyList<TableColumn> Columns => [.. _columns.Values];

    public TableCell Fill(TableRow row)
        => TableCell.OfText(_columns.Count == 0 ? 0 : _columns.Values.First().Column, string.Join('\n', lines.Select(line => Line(line, row)).Where(line => line.Length > 0)));

    private string Line(string line, TableRow row)
    {
        var isFilled = false;
        var text = Place().Replace(line, match =>
        {
            var words = CleanText.Lines(FieldReaders.TextOf(row[_columns[match.Groups["name"].Value].Column]).Value) ?? "";
            isFilled |= words.Length > 0;
            return words;
        });
        return isFilled ? Gaps().Replace(text, " ").Trim(Joints) : "";
    }

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"[ \t]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();
}
