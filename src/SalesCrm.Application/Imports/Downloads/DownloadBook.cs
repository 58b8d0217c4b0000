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
    /// <summary>The field that nobody edits: by it others know the record.</summary>
    private const string Fixed = "Number";

    private readonly ImportKind _kind;
    private readonly ConflictRules _rules;
    private readonly string[] _key;
    private readonly List<MappedField> _fields;
    private readonly bool _isWhole;
    private readonly CellTrial _trial;
    private readonly DownloadedRows _rows;

    private DownloadBook(ImportKind kind, ConflictRules rules, string[] key, List<MappedField> fields, bool isWhole, CellTrial trial, DownloadedRows rows)
        => (_kind, _rules, _key, _fields, _isWhole, _trial, _rows) = (kind, rules, key, fields, isWhole, trial, rows);

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
        return key is not null && DownloadedRows.Of(order, sheet, key, plain) is { } rows
            ? new DownloadBook(kind, new ConflictRules(order.Conflicts, order.Decisions), key, plain, plain.Count == mapped.Count, trial, rows) : null;
    }

    /// <summary>
    /// Lets rows pass in which nothing was edited, whether or not the importer may change their record: that he sees it is enough. Leaves of each other row whose record was changed here since then
    /// only the cells that were edited. Those of them whose own value was changed here too are in conflict: they are written, left out, or stand against the row, as was decided.
    /// </summary>
    public async Task MeetAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            if (_rows.TwinOf(row.Number) is { } other)
            {
                row.Refuse(_key[0], new Text("与第 {0} 行指的是同一条记录，请只留一行", other));
            }
        }

        var met = rows.Select(row => (Row: row, Download: _rows.Of(row.Number))).Where(pair => pair.Download is not null).ToList();
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
            row.Edited.UnionWith(_fields.Zip(download.Cells).Where(pair => row.CellOf(pair.First.Field.Name) is { Length: > 0 } mine && !DownloadedRows.IsSame(pair.First, pair.Second, mine)).Select(pair => pair.First.Field.Name));
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
            if (_rows.Of(row.Number) is { } download)
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
        return mine.Length == 0 ? field.Default is null : field.Values.Count == 0 && DownloadedRows.IsSame(field, was, mine);
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
}
