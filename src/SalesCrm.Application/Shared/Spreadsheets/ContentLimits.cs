using System.Collections;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>Holds one sheet to the limits while its rows are read.</summary>
internal sealed class ContentLimits(TableLimits limits)
{
    private readonly BitArray _filled = new(ColumnName.GridColumns);
    private int _columns;
    private int _rows;
    private int _cells;

    /// <summary>The rest is only counted, so that the person learns how many rows there are.</summary>
    public bool TooManyRows => _rows > limits.Rows;

    public void CountRow() => _rows++;

    /// <summary>Every cell of the file, before it is known whether it holds anything.</summary>
    public void CountCell(int row)
    {
        if (++_cells > limits.Cells)
        {
            throw new TableRefusedException(new Text("单元格太多：到第 {0} 行已超过 {1:N0} 个。请删除空白的格式行列后再导入", row, limits.Cells));
        }
    }

    public void CountContent(int row, int column)
    {
        if (_filled[column])
        {
            return;
        }

        _filled[column] = true;
        if (++_columns > limits.Columns)
        {
            throw new TableRefusedException(new Text("列太多：到第 {0} 行有内容的列已超过 {1} 列", row, limits.Columns));
        }
    }

    public void CheckLength(int row, int column, int characters)
    {
        if (characters > limits.CellCharacters)
        {
            throw new TableRefusedException(new Text(
                "第 {0} 行 {1} 列的文字太长：一个单元格最多 {2:N0} 个字", row, ColumnName.Of(column), limits.CellCharacters));
        }
    }

    public TableRefusedException RowsRefused()
        => new(new Text("表格有 {0:N0} 行，最多 {1:N0} 行。请拆成几个文件再导入", _rows, limits.Rows));
}
