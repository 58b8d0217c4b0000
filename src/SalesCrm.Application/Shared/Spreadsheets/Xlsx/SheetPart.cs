using System.Globalization;

namespace SalesCrm.Application.Shared.Spreadsheets.Xlsx;

/// <summary>Writes one worksheet, handing it on in pieces.</summary>
internal sealed class SheetPart(IReadOnlyList<SheetColumn> columns, Func<ReadOnlyMemory<byte>, Task> send, string? mark = null)
{
    private const int FlushAt = 64 << 10;
    private const int RowsMeasured = 100;

    private readonly XmlBytes _xml = new();
    private readonly string[] _letters = [.. Enumerable.Range(0, columns.Count).Select(ColumnName.Of)];
    private int _row;

    /// <param name="rows">Drawn until they end or the sheet is full.</param>
    /// <param name="onRow">The enumerator already stands on a row, left over by the sheet before.</param>
    /// <returns>True when the sheet is full and the row the enumerator stands on belongs to the next one.</returns>
    public async Task<bool> WriteAsync(IAsyncEnumerator<IReadOnlyList<SheetCell>> rows, bool onRow)
    {
        var first = new List<IReadOnlyList<SheetCell>>();
        if (onRow)
        {
            first.Add(rows.Current);
        }

        var more = true;
        while (first.Count < RowsMeasured && (more = await rows.MoveNextAsync()))
        {
            first.Add(rows.Current);
        }

        Begin(first);
        foreach (var row in first)
        {
            Append(row);
        }

        while (more && (more = await rows.MoveNextAsync()) && _row < ColumnName.GridRows)
        {
            Append(rows.Current);
            if (_xml.Length >= FlushAt)
            {
                await FlushAsync();
            }
        }

        End();
        await FlushAsync();
        return more;
    }

    private async Task FlushAsync()
    {
        await send(_xml.Written);
        _xml.Clear();
    }

    private void Begin(List<IReadOnlyList<SheetCell>> first)
    {
        _xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8)
            .Raw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"u8)
            .Raw("<sheetFormatPr defaultRowHeight=\"15\"/>"u8);
        if (columns.Count > 0)
        {
            _xml.Raw("<cols>"u8);
            for (var column = 0; column < columns.Count; column++)
            {
                _xml.Raw("<col min=\""u8).Raw(column + 1).Raw("\" max=\""u8).Raw(column + 1).Raw("\" width=\""u8)
                    .Raw(columns[column].Width ?? ColumnWidth.Of(columns[column].Header, first, column), "0.##").Raw("\" customWidth=\"1\"/>"u8);
            }

            _xml.Raw("</cols>"u8);
        }

        _xml.Raw("<sheetData>"u8);
        AppendHeader();
    }

    private void AppendHeader()
    {
        _row = 1;
        _xml.Raw("<row r=\"1\">"u8);
        for (var column = 0; column < columns.Count; column++)
        {
            AppendText(column, columns[column].Header, WorkbookParts.Style.Header);
        }

        _xml.Raw("</row>"u8);
    }

    private void Append(IReadOnlyList<SheetCell> cells)
    {
        if (cells.Count > columns.Count)
        {
            throw new ArgumentException("A row has more cells than there are columns.", nameof(cells));
        }

        _row++;
        _xml.Raw("<row r=\""u8).Raw(_row).Raw("\">"u8);
        for (var column = 0; column < cells.Count; column++)
        {
            Append(column, cells[column]);
        }

        _xml.Raw("</row>"u8);
    }

    private void Append(int column, SheetCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty when cell.IsMarked:
                Open(column, WorkbookParts.Style.Marked).Raw("\"/>"u8);
                break;
            case CellKind.Text when cell.IsMarked:
                AppendText(column, cell.Words!, WorkbookParts.Style.Marked);
                break;
            case CellKind.Text:
                AppendText(column, cell.Words!, WorkbookParts.TextStyle(cell.Words!, columns[column].Wraps));
                break;
            case CellKind.Number:
                Open(column, WorkbookParts.NumberStyleOf(cell.Style)).Raw("\"><v>"u8).Raw(cell.Value).Raw("</v></c>"u8);
                break;
            case CellKind.Date when cell.Moment >= WorkbookParts.FirstSoundDate:
                var style = cell.Moment.TimeOfDay == TimeSpan.Zero ? WorkbookParts.Style.Date : WorkbookParts.Style.Moment;
                Open(column, style).Raw("\"><v>"u8).Raw(cell.Moment.ToOADate()).Raw("</v></c>"u8);
                break;
            case CellKind.Date:
                AppendText(column, cell.Moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), WorkbookParts.Style.Text);
                break;
        }
    }

    private void AppendText(int column, string text, WorkbookParts.Style style)
        => Open(column, style).Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8).Text(Fitting(text)).Raw("</t></is></c>"u8);

    private XmlBytes Open(int column, WorkbookParts.Style style)
        => _xml.Raw("<c r=\""u8).Text(_letters[column]).Raw(_row).Raw("\" s=\""u8).Raw((int)style);

    /// <summary>A longer text would make Excel call the whole file damaged; the cut is said in the cell.</summary>
    private static string Fitting(string text)
    {
        const int Most = 32_767;
        const string Cut = "…（已截断 truncated）";
        if (text.Length <= Most)
        {
            return text;
        }

        var length = Most - Cut.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), Cut);
    }

    private void End()
    {
        _xml.Raw("</sheetData>"u8);
        if (columns.Count > 0)
        {
            _xml.Raw("<autoFilter ref=\"A1:"u8).Text(_letters[^1]).Raw(_row).Raw("\"/>"u8);
        }

        if (mark is not null)
        {
            // An ampersand begins a code there.
            _xml.Raw("<headerFooter><oddHeader>&amp;L"u8).Text(mark.Replace("&", "&&", StringComparison.Ordinal)).Raw("</oddHeader></headerFooter>"u8);
        }

        _xml.Raw("</worksheet>"u8);
    }
}
