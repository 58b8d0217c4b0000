namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>A column to be written.</summary>
/// <param name="Header">What stands in the first row.</param>
/// <param name="Width">In characters of the standard font; by default measured from the header and the first rows.</param>
/// <param name="Wraps">Long texts run over several lines.</param>
public sealed record SheetColumn(string Header, double? Width = null, bool Wraps = false)
{
    public static implicit operator SheetColumn(string header) => new(header);
}

/// <summary>One sheet to be written: <see cref="XlsxFile"/> and <see cref="CsvFile"/> take the same.</summary>
/// <param name="Name">Shown on the tab; characters that tabs cannot have are replaced.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">Drawn one by one while the file is being sent, so they may come straight from the database.</param>
public sealed record SheetTable(string Name, IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows)
{
    /// <summary>Who took it out and when: at the head of each printed page, and in the properties of the file. Not a cell, so that the sheet can be read in again.</summary>
    public string? Mark { get; init; }

    public SheetTable(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<SheetCell>> rows)
        : this(name, columns, rows.ToAsyncEnumerable())
    {
    }

    /// <summary>No person sees it, not even by the menu that shows hidden sheets.</summary>
    public bool IsUnseen { get; init; }
}
