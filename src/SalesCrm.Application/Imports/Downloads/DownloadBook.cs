using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>What a file held when it was downloaded, for files that went out of here and come back.</summary>
internal sealed class DownloadBook
{
    /// <summary>A file of the size that is taken unpacks to less; one that was made to unpack to more is not read.</summary>
    private const int MostCharacters = 48 << 20;

    /// <summary>The field that nobody edits: by it others know the record.</summary>
    private const string Fixed = "Number";

    private const int MostCompared = 250_000;

    /// <summary>An edited row is still so much like what it was.</summary>
    private const double LeastAlike = 2.0 / 3;

    /// <param name="Id">The record.</param>
    /// <param name="Version">As it was then.</param>
    /// <param name="Cells">What stood in each of the book's fields.</param>
    private sealed record Download(long Id, Guid Version, string[] Cells);

    /// <param name="Number">The row of the file.</param>
    /// <param name="Cells">What stands in each of the book's fields.</param>
    /// <param name="Stamp">What the row itself says that it was downloaded from, in a text file.</param>
    private sealed record Line(int Number, string[] Cells, Download? Stamp);

    private readonly ImportKind _kind;
    private readonly ConflictRules _rules;
    private readonly string[] _key;
    private readonly List<MappedField> _fields;
    private readonly bool _isWhole;
    private readonly CellTrial _trial;
    private readonly Dictionary<int, Download> _rows = [];
    private readonly Dictionary<int, int> _twice = [];

    private DownloadBook(ImportKind kind, ConflictRules rules, string[] key, List<MappedField> fields, bool isWhole, CellTrial trial)
        => (_kind, _rules, _key, _fields, _isWhole, _trial) = (kind, rules, key, fields, isWhole, trial);

    /// <summary>Null for a file that carries no versions.</summary>
    /// <param name="order">With the file.</param>
    /// <param name="sheet">The sheet that is read.</param>
    /// <param name="kind">What its rows are.</param>
    /// <param name="mapped">Its columns.</param>
    /// <param name="trial">Finds out what single cells would change.</param>
    public static DownloadBook? Of(ImportOrder order, ImportSheet sheet, ImportKind kind, IReadOnlyList<MappedField> mapped, CellTrial trial)
    {
        var plain = mapped.Where(field => field is { Rule: null, Columns.Count: 1 }).ToList();
        var key = kind.Keys.FirstOrDefault(fields => fields.All(name => plain.Exists(field => field.Field.Name == name)));
        if (key is null)
        {
            return null;
        }

        var book = new DownloadBook(kind, new ConflictRules(order.Conflicts, order.Decisions), key, plain, plain.Count == mapped.Count, trial);
        if (order.File.Sheets.FirstOrDefault(IsBook) is { } hidden)
        {
            var downloads = book.InSheet(hidden, sheet.Sheet.Name).ToList();
            book.Pair(downloads.Count == 0 ? [] : book.LinesOf(sheet, null), downloads);
        }
        else if (sheet.Header.Columns.FirstOrDefault(column => column.Name == RowVersions.Column) is { Name.Length: > 0 } stamps)
        {
            book.Pair(book.LinesOf(sheet, stamps.Column), []);
        }

        return book._rows.Count == 0 ? null : book;
    }

    /// <summary>
    /// Lets rows pass in which nothing was edited, whether or not the importer may change their record: that he sees it is enough. Leaves of each other row whose record was changed here since then
    /// only the cells that were edited. Those of them whose own value was changed here too are in conflict: they are written, left out, or stand against the row, as was decided.
    /// </summary>
    public async Task MeetAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows.Where(row => _twice.ContainsKey(row.Number)))
        {
            row.Refuse(_key[0], new Text("与第 {0} 行指的是同一条记录，请只留一行", _twice[row.Number]));
        }

        var met = rows.Select(row => (Row: row, Download: _rows.GetValueOrDefault(row.Number))).Where(pair => pair.Download is not null).ToList();
        var versions = new Dictionary<long, RecordVersion>();
        foreach (var ids in met.Select(pair => pair.Download!.Id).Distinct().Chunk(500))
        {
            await _kind.VersionsOf(run.Db, run.Actor, ids)!.ForEachAsync(found => versions[found.Id] = found, cancellationToken);
        }

        // A record of another name is no more than one that has the same id by chance, as in a file from another installation, unless it was called so once.
        var known = await CalledAsync(_kind.TitleField, now => _key.Contains(_kind.TitleField) ? now.Name : null);
        var owned = _kind.CustomerField is not { } customer ? [] : customer == _kind.TitleField ? known : await CalledAsync(customer, now => now.Customer!.Name);
        var edited = new List<EditedCell>();
        foreach (var (row, download) in met.Where(pair => known.Contains(pair.Download!)))
        {
            if (_isWhole && versions.ContainsKey(download!.Id) && _fields.Zip(download.Cells).All(pair => IsUntouched(row, pair.First, pair.Second)))
            {
                row.Pass();
                continue;
            }

            row.RecordId = download!.Id;
            row.Downloaded = name => Read(download, name);
            row.Edited.UnionWith(_fields.Zip(download.Cells).Where(pair => row.CellOf(pair.First.Field.Name) is { Length: > 0 } mine && !IsSame(pair.First, pair.Second, mine)).Select(pair => pair.First.Field.Name));
            if (row.Edited.Contains(Fixed))
            {
                row.Refuse(Fixed, "编号不能在文件里改；要新建记录，请把这一行抄到一个新文件里");
                row.Put(Fixed, CellIn(download, Fixed)!);
            }

            if (versions.TryGetValue(download.Id, out var now))
            {
                row.RecordCustomerId = owned.Contains(download) ? now.Customer!.Id : null;
                edited.AddRange(EditedIn(row, download, isChanged: now.Version != download.Version));
            }
        }

        foreach (var clashes in (await _trial.ClashesAsync(edited, _key, cancellationToken)).GroupBy(clash => clash.Cell.Row, clash => clash.Cell.Problem(clash.Clash)))
        {
            _rules.Meet(clashes.Key, [.. clashes], run.IsDry);
        }

        // Those in which a field says what their record, or its customer, is called or was.
        async Task<HashSet<Download>> CalledAsync(string field, Func<RecordVersion, string?> name)
        {
            var called = new HashSet<Download>(ReferenceEqualityComparer.Instance);
            called.UnionWith(met.Select(pair => pair.Download!).Where(download
                => versions.TryGetValue(download.Id, out var now) && (now.Version == download.Version || name(now) is not { } present || CustomerBook.KeyOf(present) == KeyIn(download, field))));
            var strange = met.Select(pair => pair.Download!).Where(download => !called.Contains(download) && CellIn(download, field) is not null).ToList();
            var former = await FormerNames.OfAsync(run.Db, run.Actor, _kind, field, strange.Select(download => download.Id), cancellationToken);
            called.UnionWith(strange.Where(download => former.Contains((download.Id, KeyIn(download, field)!))));
            return called;
        }
    }

    /// <summary>Where the record itself stands against a row, what was not edited in it has nothing to add.</summary>
    public void TellOnce(IReadOnlyList<ImportRow> rows)
    {
        foreach (var row in rows.Where(row => row.Problems.Exists(problem => _key.Contains(problem.Field))))
        {
            if (_rows.GetValueOrDefault(row.Number) is { } download)
            {
                var untouched = _fields.Zip(download.Cells).Where(pair => !_key.Contains(pair.First.Field.Name) && IsUntouched(row, pair.First, pair.Second)).Select(pair => pair.First.Field.Name).ToHashSet();
                row.Problems.RemoveAll(problem => untouched.Contains(problem.Field));
            }
        }
    }

    /// <summary>The cell brings what was downloaded, and no value of the profile stands in for it.</summary>
    private static bool IsUntouched(ImportRow row, MappedField field, string was)
    {
        var mine = row.CellOf(field.Field.Name);
        return mine.Length == 0 ? field.Default is null : field.Values.Count == 0 && IsSame(field, was, mine);
    }

    private string? CellIn(Download download, string field) => _fields.FindIndex(mapped => mapped.Field.Name == field) is var at and >= 0 ? download.Cells[at] : null;

    private string? KeyIn(Download download, string field) => CellIn(download, field) is { } name ? CustomerBook.KeyOf(name) : null;

    private object? Read(Download download, string field)
        => _fields.FindIndex(mapped => mapped.Field.Name == field) is var at and >= 0 ? _fields[at].Field.Read(TableCell.OfText(0, download.Cells[at])).Value : null;

    /// <summary>Drops every other cell of the row, so that it takes nothing back, except those that tell what is meant.</summary>
    private IEnumerable<EditedCell> EditedIn(ImportRow row, Download download, bool isChanged)
    {
        var cells = _fields.Zip(download.Cells, (field, was) => (Field: field, Was: was, Group: _kind.Groups.FirstOrDefault(group => group.Contains(field.Field.Name)) ?? [])).Where(cell => isChanged || cell.Group.Length > 0).ToList();
        var edited = cells.ConvertAll(cell => cell.Field.Field.Name).FindAll(row.Edited.Contains);
        foreach (var (field, was, group) in cells)
        {
            var name = field.Field.Name;
            if (edited.Contains(name))
            {
                yield return new EditedCell(row, field, was, row.CellOf(name), cells.Where(cell => cell.Field != field && group.Contains(cell.Field.Field.Name)).ToDictionary(cell => cell.Field, cell => cell.Was));
            }
            else if (!_key.Contains(name) && !field.Field.IsRequired && !edited.Exists(other => group.Contains(other)))
            {
                row.Drop(name);
            }
            else
            {
                row.Leave(name);
            }
        }
    }

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
        foreach (var line in lines.Where(line => !_rows.ContainsKey(line.Number) && KeyOf(line.Cells).Trim('\u001F').Length > 0 && taken.Contains(KeyOf(line.Cells))))
        {
            _twice[line.Number] = taken[KeyOf(line.Cells)].First();
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

    private string KeyOf(string[] cells) => string.Join('\u001F', _key.Select(name => Level(cells[_fields.FindIndex(field => field.Field.Name == name)])));

    /// <summary>A spreadsheet writes dates and numbers of a text file in its own way when it saves it.</summary>
    private static bool IsSame(MappedField field, string was, string mine)
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
