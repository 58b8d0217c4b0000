using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>A row with content; empty rows are left out, yet counted in the numbers.</summary>
public sealed class TableRow
{
    private readonly TableCell[] _cells;

    internal TableRow(int number, bool hidden, TableCell[] cells)
    {
        Number = number;
        Hidden = hidden;
        _cells = cells;
    }

    /// <summary>The number at the left edge of the sheet, from one.</summary>
    public int Number { get; }

    /// <summary>Hidden by hand or by a filter.</summary>
    public bool Hidden { get; }

    /// <summary>The cells that are not empty, from left to right.</summary>
    public IReadOnlyList<TableCell> Cells => _cells;

    /// <summary>The cell in a column counted from zero; an empty cell where there is none.</summary>
    public TableCell this[int column]
    {
        get
        {
            if ((uint)column < (uint)_cells.Length && _cells[column].Column == column)
            {
                return _cells[column];
            }

            foreach (var cell in _cells)
            {
                if (cell.Column == column)
                {
                    return cell;
                }
            }

            return default;
        }
    }

    /// <summary>Where a cell stands, in the words of the sheet.</summary>
    public Text Place(int column) => new("第 {0} 行 {1} 列", Number, ColumnName.Of(column));
}
