using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>
/// Finds out whether single cells were changed here since a download. No record keeps what its cells were, and a list says a value in words of its own; so each edited cell is tried by itself, once with
/// what the file says and once with what it said: where writing the old value back would change the record, somebody has changed it.
/// </summary>
/// <param name="run">A dry run of its own.</param>
/// <param name="kind">What the rows are.</param>
/// <param name="mapped">The columns of the file.</param>
/// <param name="take">Checks and applies rows.</param>
internal sealed class CellTrial(ImportRun run, string kind, IReadOnlyList<MappedField> mapped, Func<ImportRun, ImportKind, ImportRow[], CancellationToken, Task> take)
{
    private bool _isReady;

    /// <summary>Those of the cells whose value here is neither the one that was downloaded nor the file's.</summary>
    public async Task<IReadOnlyList<(EditedCell Cell, Clash Clash)>> ClashesAsync(IReadOnlyList<EditedCell> cells, string[] key, CancellationToken cancellationToken)
    {
        var clashes = new List<(EditedCell, Clash)>();
        foreach (var round in cells.GroupBy(cell => cell.Row).SelectMany(row => row.Select((cell, index) => (Cell: cell, index))).GroupBy(pair => pair.index, pair => pair.Cell))
        {
            var mine = await TryAsync([.. round], wasDownloaded: false, key, cancellationToken);

            // What is refused by itself may be fine beside the other cells: a stage that needs a day.
            var changing = round.Where(cell => mine.GetValueOrDefault(cell.Row.Number) is { IsFine: false } or { Changes.Count: > 0 }).ToList();
            var before = await TryAsync([.. changing.Where(cell => cell.Downloaded.Length > 0)], wasDownloaded: true, key, cancellationToken);
            foreach (var cell in changing)
            {
                var tried = before.GetValueOrDefault(cell.Row.Number);
                var now = string.Join('、', (mine[cell.Row.Number] is { IsFine: true } fine ? fine : tried)?.Changes.Select(change => change.Before).Where(words => !string.IsNullOrEmpty(words)) ?? []);
                if (tried is not null ? !tried.IsFine || tried.Changes.Count > 0 || ContactMatch.IsMasked(cell.Downloaded) : now.Length > 0)
                {
                    clashes.Add((cell, new Clash(cell.Downloaded, now)));
                }
            }
        }

        return clashes;
    }

    /// <summary>Rows that have one cell each, beside those that say which record they mean.</summary>
    private async Task<Dictionary<int, ImportRow>> TryAsync(IReadOnlyList<EditedCell> cells, bool wasDownloaded, string[] key, CancellationToken cancellationToken)
    {
        if (cells.Count == 0)
        {
            return [];
        }

        if (!_isReady)
        {
            foreach (var book in run.Books)
            {
                await book.LoadAsync(cancellationToken);
            }

            _isReady = true;
        }

        var tried = cells.Select(cell => RowOf(cell, wasDownloaded, key)).ToArray();
        await take(run, ImportKinds.Create(kind), tried, cancellationToken);
        return tried.ToDictionary(row => row.Number);
    }

    private ImportRow RowOf(EditedCell cell, bool wasDownloaded, string[] key)
    {
        var named = mapped.Where(field => field != cell.Field && (field.Field.IsRequired || key.Contains(field.Field.Name) || cell.Beside.ContainsKey(field))).ToList();
        var others = new Dictionary<MappedField, string>(cell.Beside);
        if (wasDownloaded)
        {
            others[cell.Field] = cell.Downloaded;
        }

        var row = RowReader.Only(cell.Row, [.. named, cell.Field], others, run.Days);
        foreach (var field in named)
        {
            row.Leave(field.Field.Name);
        }

        (row.RecordId, row.RecordCustomerId, row.Downloaded) = (cell.Row.RecordId, cell.Row.RecordCustomerId, cell.Row.Downloaded);
        row.ComesAgain = false;
        return row;
    }
}
