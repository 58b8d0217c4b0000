using System.Globalization;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>What each row of a file was downloaded from, for files that went out of here and come back.</summary>
internal sealed class DownloadedRows
{
    /// <summary>A file of the size that is taken unpacks to less; one that was made to unpack to more is not read.</summary>
    private const int MostCharacters = 48 << 20;

    private const int MostCompared = 250_000;

    /// <summary>An edited row is still so much like what it was.</summary>
    private const double LeastAlike = 2.0 / 3;

    /// <param name="Number">The row of the file.</param>
    /// <param name="Cells">What stands in each of the fields.</param>
    /// <param name="Stamp">What the row itself says that it was downloaded from, in a text file.</param>
    private sealed record Line(int Number, string[] Cells, Download? Stamp);

    /// <summary>Where the fields of the key are among the fields.</summary>
    private readonly int[] _key;
    private readonly List<MappedField> _fields;
    private readonly Dictionary<int, Download> _rows = [];
    private readonly Dictionary<int, int> _twins = [];

    private DownloadedRows(string[] key, List<MappedField> fields)
        => (_key, _fields) = ([.. key.Select(name => fields.FindIndex(field => field.Field.Name == name))], fields);

    /// <summary>Null for a file that carries no versions, or none of its rows'.</summary>
    /// <param name="order">With the file.</param>
    /// <param name="sheet">The sheet that is read.</param>
    /// <param name="key">Fields that together tell a row from every other.</param>
    /// <param name="fields">Those of the file that have a column of their own.</param>
    public static DownloadedRows? Of(ImportOrder order, ImportSheet sheet, string[] key, List<MappedField> fields)
    {
        var rows = new DownloadedRows(key, fields);
        if (order.File.Sheets.FirstOrDefault(IsBook) is { } hidden)
        {
            var downloads = rows.InSheet(hidden, sheet.Sheet.Name).ToList();
            rows.Pair(downloads.Count == 0 ? [] : rows.LinesOf(sheet, null), downloads);
        }
        else if (sheet.Header.Columns.FirstOrDefault(column => column.Name == RowVersions.Column) is { Name.Length: > 0 } stamps)
        {
            rows.Pair(rows.LinesOf(sheet, stamps.Column), []);
        }

        return rows._rows.Count == 0 ? null : rows;
    }

    /// <summary>Null for a row that is not known.</summary>
    public Download? Of(int row) => _rows.GetValueOrDefault(row);

    /// <summary>The row that is known of the record that this one, which is not, would write on.</summary>
    public int? TwinOf(int row) => _twins.TryGetValue(row, out var other) ? other : null;

    /// <summary>The sheet that workbooks carry.</summary>
    private static bool IsBook(TableSheet sheet) => sheet is { Visible: false, Name: RowVersions.Sheet };

    private IEnumerable<Download> InSheet(TableSheet hidden, string name)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in hidden.Rows().Where(row => row[0].Raw == name))
        {
            if (row[1].Raw == RowVersions.Header)
            {
                columns = row.Cells.Where(cell => cell.Column >= 2).GroupBy(cell => cell.Raw).ToDictionary(group => group.Key, group => (int)group.First().Column, StringComparer.Ordinal);
            }
            else if (DownloadOf(row[1].Raw, field => columns.TryGetValue(field.Columns[0].Name, out var column) ? row[column].Raw : "") is { } download)
            {
                yield return download;
            }
        }
    }

    /// <summary>The rows of the file; more than a download has twice over were not edited in it.</summary>
    /// <param name="sheet">The sheet that is read.</param>
    /// <param name="stamps">The column of versions that text files carry.</param>
    private List<Line> LinesOf(ImportSheet sheet, int? stamps)
    {
        var (left, lines) = (MostCharacters, new List<Line>());
        foreach (var row in sheet.Sheet.RowsBelow(sheet.Header).Take(2 * RowVersions.MostRows))
        {
            var stamp = stamps is { } column ? RowStamp.Read(row[column].Raw) : null;
            left -= stamp?.Cells.Values.Sum(cell => cell.Length) ?? 0;
            if (left < 0)
            {
                throw new TableRefusedException("“记录版本”一列不像从这里下载的，请删除这一列后再上传");
            }

            lines.Add(new Line(row.Number, [.. _fields.Select(field => row[field.Columns[0].Column].Raw)], stamp is null ? null : DownloadOf(stamp.Version, field => stamp.Cells.GetValueOrDefault(field.Columns[0].Name, ""))));
        }

        return lines;
    }

    private Download? DownloadOf(string stamp, Func<MappedField, string> cells)
        => stamp.Split('.') is [var id, var version] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var record) && Guid.TryParseExact(version, "N", out var known)
            ? new Download(record, known, [.. _fields.Select(cells)]) : null;

    /// <summary>
    /// Finds for each row what it was downloaded from. A row of a text file says it; of several that say the same, copies of one, it is the one most like it. A workbook's rows are known by their key, those that share one by their
    /// other cells, and those whose key itself was edited by being still much like a row that is missing. A row that is left and has the key of another would write on that one's record.
    /// </summary>
    private void Pair(List<Line> lines, List<Download> downloads)
    {
        foreach (var copies in lines.Where(line => line.Stamp is not null).GroupBy(line => line.Stamp!.Id))
        {
            Pair([.. copies], [copies.First().Stamp!], 0);
        }

        var keys = downloads.ToLookup(download => KeyOf(download.Cells), StringComparer.Ordinal);
        foreach (var alike in lines.Where(line => line.Stamp is null).GroupBy(line => KeyOf(line.Cells), StringComparer.Ordinal))
        {
            Pair([.. alike], [.. keys[alike.Key]], 0);
        }

        var found = _rows.Values.ToHashSet<Download>(ReferenceEqualityComparer.Instance);
        Pair(lines.FindAll(line => line.Stamp is null && !_rows.ContainsKey(line.Number)), downloads.FindAll(download => !found.Contains(download)), LeastAlike);

        var taken = lines.FindAll(line => _rows.ContainsKey(line.Number)).ToLookup(line => KeyOf(line.Cells), line => line.Number, StringComparer.Ordinal);
        foreach (var (number, key) in lines.Where(line => !_rows.ContainsKey(line.Number)).Select(line => (line.Number, Key: KeyOf(line.Cells))))
        {
            if (key.Trim('\u001F').Length > 0 && taken.Contains(key))
            {
                _twins[number] = taken[key].First();
            }
        }
    }

    /// <summary>The most alike first; each row and each download once.</summary>
    private void Pair(List<Line> lines, List<Download> downloads, double least)
    {
        if ((long)lines.Count * downloads.Count > MostCompared)
        {
            return;
        }

        IEnumerable<(Line Line, Download Download, double Share)> pairs = lines.Count == 1 && downloads.Count == 1 && least == 0 ? [(lines[0], downloads[0], 1.0)]
            : lines.SelectMany(_ => downloads, (line, download) => (Line: line, Download: download, Share: Likeness(line, download))).Where(pair => pair.Share > least || least == 0).OrderByDescending(pair => pair.Share);
        var met = new HashSet<Download>(ReferenceEqualityComparer.Instance);
        foreach (var (line, download, _) in pairs)
        {
            if (!_rows.ContainsKey(line.Number) && met.Add(download))
            {
                _rows[line.Number] = download;
            }
        }
    }

    /// <summary>The share of its cells that the row still has.</summary>
    private double Likeness(Line line, Download download)
    {
        var (filled, same) = (0, 0);
        for (var at = 0; at < _fields.Count; at++)
        {
            if (download.Cells[at].Length > 0)
            {
                filled++;
                same += IsSame(_fields[at], download.Cells[at], line.Cells[at]) ? 1 : 0;
            }
        }

        return filled == 0 ? 0 : (double)same / filled;
    }

    private string KeyOf(string[] cells) => string.Join('\u001F', _key.Select(at => Level(cells[at])));

    /// <summary>A spreadsheet writes dates and numbers of a text file in its own way when it saves it.</summary>
    public static bool IsSame(MappedField field, string was, string mine)
    {
        if (Level(was) == Level(mine))
        {
            return true;
        }

        var (before, now) = (field.Field.Read(TableCell.OfText(0, was)), field.Field.Read(TableCell.OfText(0, mine)));
        return !before.IsRefused && !now.IsRefused && before.Value is not null && before.Value.Equals(now.Value);
    }

    private static string Level(string cell) => cell.Trim().ReplaceLineEndings("\n");
}

/// <summary>A row as it was downloaded.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">As it was then.</param>
/// <param name="Cells">What stood in each of the fields that have a column of their own.</param>
internal sealed record Download(long Id, Guid Version, string[] Cells);
