using System.Globalization;
using System.Xml;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>The rows of one worksheet, parsed as they are asked for.</summary>
internal sealed class XlsxRows(PartReader reader, CellReading reading, ContentLimits limits) : IRowSource
{
    private readonly XmlReader _xml = reader.Xml;
    private readonly List<TableCell> _cells = [];
    private int _row;
    private bool _ended;

    public int MergedRanges { get; private set; }

    public TableRow? Next()
    {
        while (!_ended)
        {
            if (!reader.NextElement())
            {
                _ended = true;
                reader.Finish();
            }
            else if (_xml.LocalName == "row")
            {
                if (ReadRow() is { } row && !limits.TooManyRows)
                {
                    return row;
                }
            }
            else if (_xml.LocalName == "mergeCell")
            {
                MergedRanges++;
            }
        }

        return limits.TooManyRows ? throw limits.RowsRefused() : null;
    }

    public void Dispose() => reader.Dispose();

    private TableRow? ReadRow()
    {
        var number = _xml.GetAttribute("r") is { } mark ? RowNumber(mark) : _row + 1;
        if (number <= _row || number > ColumnName.GridRows)
        {
            throw TableRefusedException.Damaged();
        }

        _row = number;
        var hidden = _xml.GetAttribute("hidden") is "1" or "true";
        _cells.Clear();
        if (!_xml.IsEmptyElement)
        {
            ReadCells();
        }

        if (_cells.Count == 0)
        {
            return null;
        }

        limits.CountRow();
        return new TableRow(number, hidden, InOrder());
    }

    private void ReadCells()
    {
        var depth = _xml.Depth;
        var column = -1;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "c")
            {
                column = Column(column);
                ReadCell(column);
            }
        }
    }

    private int Column(int before)
    {
        limits.CountCell(_row);
        if (_xml.GetAttribute("r") is { } reference)
        {
            return ColumnName.TryRead(reference, out var column, out _)
                ? column
                : throw new TableRefusedException(new("第 {0} 行有超出表格范围的单元格", _row));
        }

        return before + 1 < ColumnName.GridColumns
            ? before + 1
            : throw new TableRefusedException(new("第 {0} 行有超出表格范围的单元格", _row));
    }

    private void ReadCell(int column)
    {
        if (_xml.IsEmptyElement)
        {
            return;
        }

        var type = _xml.GetAttribute("t");
        var format = _xml.GetAttribute("s") is { } index && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;
        var depth = _xml.Depth;
        string? value = null;
        var formula = false;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (_xml.LocalName)
            {
                case "v":
                    value = RichText.Plain(_xml);
                    break;
                case "is":
                    value = RichText.Runs(_xml);
                    break;
                case "f":
                    formula = true;
                    RichText.Plain(_xml);
                    break;
            }
        }

        if (Cell(column, type, format, value, formula) is { Kind: not CellKind.Empty } cell)
        {
            limits.CountContent(_row, column);
            limits.CheckLength(_row, column, cell.Raw.Length);
            _cells.Add(cell);
        }
    }

    private TableCell Cell(int column, string? type, int format, string? value, bool formula)
    {
        if (value is null)
        {
            return formula ? TableCell.OfError(column, "") : default;
        }

        // An empty value is what some writers give a formula whose result is the empty text.
        return value.Length == 0 && type != "e" ? default : reading.Read(column, type, format, value);
    }

    private TableCell[] InOrder()
    {
        var cells = _cells.ToArray();
        for (var at = 1; at < cells.Length; at++)
        {
            if (cells[at].Column <= cells[at - 1].Column)
            {
                Array.Sort(cells, (one, other) => one.Column - other.Column);
                return cells.DistinctBy(cell => cell.Column).Count() == cells.Length ? cells : throw TableRefusedException.Damaged();
            }
        }

        return cells;
    }

    private static int RowNumber(string mark)
        => int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw TableRefusedException.Damaged();
}
