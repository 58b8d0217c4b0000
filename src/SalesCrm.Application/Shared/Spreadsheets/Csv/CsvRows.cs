using System.Text;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets.Csv;

/// <summary>The rows of a text file. A line break inside quotes does not end a row, so numbers agree with what Excel shows.</summary>
internal sealed class CsvRows : IRowSource
{
    private const int Ended = -1;

    /// <summary>What a dump of MySQL writes for no value.</summary>
    private const string Null = @"\N";

    private readonly TableLimits _limits;
    private readonly ContentLimits _content;
    private readonly CancellationToken _cancellation;
    private readonly StreamReader _reader;
    private readonly char[] _buffer = new char[32 << 10];
    private readonly StringBuilder _text = new();
    private readonly List<TableCell> _cells = [];
    private readonly char _separator;
    private int _at;
    private int _length;
    private int _row;

    public CsvRows(CsvText text, TableLimits limits, CancellationToken cancellation)
    {
        _limits = limits;
        _content = new ContentLimits(limits);
        _cancellation = cancellation;
        _reader = text.Open();
        _length = _reader.ReadBlock(_buffer);
        _separator = DeclaredSeparator() ?? CsvSeparator.Detect(_buffer.AsSpan(0, _length));
    }

    public int MergedRanges => 0;

    public TableRow? Next()
    {
        while (Peek() != Ended)
        {
            _row++;
            ReadRow();
            if (_cells.Count == 0)
            {
                continue;
            }

            _content.CountRow();
            if (_content.TooManyRows)
            {
                CountRest();
                throw _content.RowsRefused();
            }

            return new TableRow(_row, false, _cells.ToArray());
        }

        return null;
    }

    public void Dispose() => _reader.Dispose();

    private void ReadRow()
    {
        _cells.Clear();
        for (var column = 0; ; column++)
        {
            if (column >= ColumnName.GridColumns)
            {
                throw new TableRefusedException(new Text("第 {0} 行有超出表格范围的单元格", _row));
            }

            ReadText(column);
            Keep(column);
            switch (Take())
            {
                case '\r' when Peek() == '\n':
                    Take();
                    return;
                case var end when end != _separator:
                    return;
            }
        }
    }

    /// <summary>Leaves the reader at the separator, the line break or the end.</summary>
    private void ReadText(int column)
    {
        _text.Clear();
        if (Peek() == '"')
        {
            Take();
            ReadQuoted(column);
        }

        while (Peek() != Ended)
        {
            var seen = _buffer.AsSpan(_at.._length);
            var end = seen.IndexOfAny(_separator, '\r', '\n');
            Append(column, end < 0 ? seen : seen[..end]);
            if (end >= 0)
            {
                return;
            }
        }
    }

    private void ReadQuoted(int column)
    {
        var start = _row;
        while (true)
        {
            if (Peek() == Ended)
            {
                throw new TableRefusedException(new Text("第 {0} 行的引号没有结束", start));
            }

            var seen = _buffer.AsSpan(_at.._length);
            var end = seen.IndexOf('"');
            Append(column, end < 0 ? seen : seen[..end]);
            if (end < 0)
            {
                continue;
            }

            Take();
            if (Peek() != '"')
            {
                return;
            }

            Append(column, "\"");
        }
    }

    /// <summary>Moves on by what is appended.</summary>
    private void Append(int column, ReadOnlySpan<char> characters)
    {
        _text.Append(characters);
        _at += characters.Length;
        if (_text.Length > _limits.CellCharacters + 1)
        {
            _content.CheckLength(_row, column, _text.Length);
        }
    }

    /// <summary>Roughly, by line breaks outside quotes: the rows are refused anyway.</summary>
    private void CountRest()
    {
        var quoted = false;
        var filled = false;
        while (Peek() != Ended)
        {
            switch (Take())
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\r' or '\n' when !quoted:
                    if (filled)
                    {
                        _content.CountRow();
                    }

                    filled = false;
                    break;
                case var character:
                    filled |= character != _separator;
                    break;
            }
        }

        if (filled)
        {
            _content.CountRow();
        }
    }

    private void Keep(int column)
    {
        if (_text.Length == 0 || _text.Equals(Null.AsSpan()))
        {
            return;
        }

        var cell = TableCell.OfText(column, CsvGuard.Remove(_text.ToString()));
        if (!cell.IsEmpty)
        {
            _content.CheckLength(_row, column, cell.Raw.Length);
            _content.CountContent(_row, column);
            _cells.Add(cell);
        }
    }

    /// <summary>Excel's own first line "sep=;" is no row of the table, though it has a number.</summary>
    private char? DeclaredSeparator()
    {
        var start = _buffer.AsSpan(0, _length);
        if (start.Length < 5 || !start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || start[4] is '\r' or '\n')
        {
            return null;
        }

        var end = start.IndexOf('\n');
        var line = (end < 0 ? start : start[..end]).TrimEnd('\r');
        if (line.Length != 5)
        {
            return null;
        }

        _at = end < 0 ? _length : end + 1;
        _row = 1;
        return line[4];
    }

    private int Peek()
    {
        if (_at == _length)
        {
            _cancellation.ThrowIfCancellationRequested();
            _at = 0;
            _length = _reader.Read(_buffer);
        }

        return _length == 0 ? Ended : _buffer[_at];
    }

    private int Take()
    {
        var character = Peek();
        _at += character == Ended ? 0 : 1;
        return character;
    }
}
