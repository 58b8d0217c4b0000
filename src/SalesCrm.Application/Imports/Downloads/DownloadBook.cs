using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>What a file held when it was downloaded, for files that went out of here and come back.</summary>
internal sealed class DownloadBook
{
    private sealed record Download(long Id, Guid Version, TableRow Cells);

    private readonly ImportKind _kind;
    private readonly ConflictChoice _choice;
    private readonly string[] _key;
    private readonly Dictionary<string, (int Column, MappedField Field)> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Download?> _rows = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<int, IReadOnlyList<RowProblem>>? _found;

    private DownloadBook(ImportKind kind, ConflictChoice choice, string[] key, IReadOnlyDictionary<int, IReadOnlyList<RowProblem>>? found) => (_kind, _choice, _key, _found) = (kind, choice, key, found);

    public static bool IsIn(TableFile file) => file.Sheets.Any(IsBook);

    private static bool IsBook(TableSheet sheet) => sheet is { Visible: false, Name: RowVersions.Sheet };

    /// <summary>Null for a file that carries no versions.</summary>
    /// <param name="order">With the file.</param>
    /// <param name="sheet">The sheet that is read.</param>
    /// <param name="kind">What its rows are.</param>
    /// <param name="mapped">Its columns.</param>
    /// <param name="found">Rows in conflict, by number, as a dry run just found them; a dry run itself has none.</param>
    public static DownloadBook? Of(ImportOrder order, ImportSheet sheet, ImportKind kind, IReadOnlyList<MappedField> mapped, IReadOnlyDictionary<int, IReadOnlyList<RowProblem>>? found)
    {
        if (order.File.Sheets.FirstOrDefault(IsBook) is not { } hidden)
        {
            return null;
        }

        var plain = mapped.Where(field => field is { Rule: null, Columns.Count: 1 }).ToList();
        var key = kind.Keys.FirstOrDefault(fields => fields.All(name => plain.Exists(field => field.Field.Name == name)));
        if (key is null)
        {
            return null;
        }

        var book = new DownloadBook(kind, order.Conflicts, key, found);
        foreach (var row in hidden.Rows().Where(row => row[0].Raw == sheet.Sheet.Name))
        {
            book.Read(row, plain);
        }

        return book._rows.Count == 0 ? null : book;
    }

    /// <summary>Leaves of each row whose record was changed here since then only the cells that were edited, or refuses it.</summary>
    public async Task MeetAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var met = rows.Select(row => (Row: row, Download: _rows.GetValueOrDefault(KeyOf(name => row.CellOf(name))))).Where(pair => pair.Download is not null).ToList();
        var versions = new Dictionary<long, Guid>();
        foreach (var ids in met.Select(pair => pair.Download!.Id).Distinct().Chunk(500))
        {
            await _kind.VersionsOf(run.Db, ids)!.ForEachAsync(found => versions[found.Id] = found.Version, cancellationToken);
        }

        foreach (var (row, download) in met.Where(pair => versions.TryGetValue(pair.Download!.Id, out var now) && now != pair.Download.Version))
        {
            Meet(run, row, download!);
        }
    }

    private void Meet(ImportRun run, ImportRow row, Download download)
    {
        var edited = new Dictionary<string, (string, string, string)>(StringComparer.Ordinal);
        foreach (var (name, (column, mapped)) in _columns)
        {
            var (was, mine) = (download.Cells[column].Raw, row.CellOf(name));
            if (Level(was) != Level(mine) && mine.Length > 0)
            {
                edited[mapped.Field.Label.Format] = (name, was, mine);
            }

            if (!_key.Contains(name) && !mapped.Field.IsRequired && (_choice == ConflictChoice.Theirs || Level(was) == Level(mine)))
            {
                row.Drop(name);
            }
        }

        if (_choice != ConflictChoice.Refuse || edited.Count == 0)
        {
            return;
        }

        if (run.IsDry)
        {
            row.Conflict = new RowConflict(edited);
        }
        else if (_found?.GetValueOrDefault(row.Number) is { } problems)
        {
            row.Refuse(problems);
        }
    }

    private void Read(TableRow row, List<MappedField> plain)
    {
        if (row[1].Raw == RowVersions.Header)
        {
            foreach (var cell in row.Cells.Where(cell => cell.Column >= 2))
            {
                if (plain.Find(field => field.Columns[0].Name == cell.Raw) is { } field)
                {
                    _columns[field.Field.Name] = (cell.Column, field);
                }
            }

            return;
        }

        if (_key.All(_columns.ContainsKey) && row[1].Raw.Split('.') is [var id, var version] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var record) && Guid.TryParseExact(version, "N", out var stamp))
        {
            var key = KeyOf(name => row[_columns[name].Column].Raw);

            // Two rows of one name cannot be told apart; for them nothing is known.
            _rows[key] = _rows.ContainsKey(key) ? null : new Download(record, stamp, row);
        }
    }

    private string KeyOf(Func<string, string> cell) => string.Join('\u001F', _key.Select(name => Level(cell(name))));

    private static string Level(string cell) => cell.Trim().ReplaceLineEndings("\n");
}
