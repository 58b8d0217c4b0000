namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>One sheet of a file, read row by row while the file is open; as often as wanted, but one reading at a time.</summary>
public sealed class TableSheet
{
    private readonly Func<CancellationToken, IRowSource> _open;

    internal TableSheet(string name, bool visible, Func<CancellationToken, IRowSource> open)
    {
        Name = name;
        Visible = visible;
        _open = open;
    }

    public string Name { get; }

    public bool Visible { get; }

    /// <summary>All rows with content, header and titles included.</summary>
    /// <exception cref="TableRefusedException">Damaged or larger than the limits; rows before it may have been handed out.</exception>
    public IEnumerable<TableRow> Rows(TableNotes? notes = null, CancellationToken cancellation = default)
    {
        using var source = TableRefusedException.Guard(() => _open(cancellation));
        var next = source.Next;
        while (TableRefusedException.Guard(next) is { } row)
        {
            notes?.Count(row);
            yield return row;
        }

        if (notes is not null)
        {
            notes.MergedRanges = source.MergedRanges;
        }
    }

    /// <summary>The rows under a header.</summary>
    public IEnumerable<TableRow> RowsBelow(TableHeader header, TableNotes? notes = null, CancellationToken cancellation = default)
    {
        foreach (var row in Rows(notes, cancellation))
        {
            if (row.Number > header.Row.Number)
            {
                yield return row;
            }
        }
    }

    /// <summary>The row that names the columns; null when the sheet is empty.</summary>
    /// <param name="known">Names that columns are expected to have: the row that holds most of them is the header.</param>
    public TableHeader? FindHeader(IReadOnlyCollection<string>? known = null) => TableHeader.Find(Rows(), known ?? []);
}
