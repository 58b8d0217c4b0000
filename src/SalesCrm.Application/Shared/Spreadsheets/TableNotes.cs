using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>What a person should know about rows that were read; filled while reading.</summary>
public sealed class TableNotes
{
    private const int Shown = 100;
    private readonly List<Text> _cells = [];

    public int Rows { get; private set; }

    public int HiddenRows { get; private set; }

    public int ErrorCells { get; private set; }

    /// <summary>Known once the last row has been read.</summary>
    public int MergedRanges { get; internal set; }

    /// <summary>General remarks first, then the first hundred cells that were read as empty.</summary>
    public IReadOnlyList<Text> Warnings
    {
        get
        {
            var warnings = new List<Text>();
            if (HiddenRows > 0)
            {
                warnings.Add(new Text("有 {0} 行是隐藏的，也一并读取", HiddenRows));
            }

            if (MergedRanges > 0)
            {
                warnings.Add(new Text("有 {0} 处合并单元格，内容只算在第一格", MergedRanges));
            }

            warnings.AddRange(_cells);
            if (ErrorCells > Shown)
            {
                warnings.Add(new Text("另有 {0} 个单元格按空白处理", ErrorCells - Shown));
            }

            return warnings;
        }
    }

    internal void Count(TableRow row)
    {
        Rows++;
        HiddenRows += row.Hidden ? 1 : 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Kind == CellKind.Error && ++ErrorCells <= Shown)
            {
                _cells.Add(new Text("{0}：{1}", row.Place(cell.Column), cell.Problem));
            }
        }
    }
}
