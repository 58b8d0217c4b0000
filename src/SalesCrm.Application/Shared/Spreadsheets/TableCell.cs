using System.Globalization;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Spreadsheets;

public enum CellKind : byte
{
    Empty,
    Text,
    Number,
    Date,
    Boolean,

    /// <summary>#N/A and the like, or a formula without a stored result: read as empty, with a warning.</summary>
    Error,

    /// <summary>A number or date that cannot be one, for instance 29 February 1900 (serial 60): its row is to be refused.</summary>
    Invalid,
}

/// <summary>One cell as the file holds it; texts are not interpreted.</summary>
public readonly record struct TableCell
{
    private readonly long _bits;
    private readonly string? _raw;

    private TableCell(int column, CellKind kind, string raw, long bits = 0, bool isPercent = false)
    {
        Column = (short)column;
        Kind = kind;
        IsPercent = isPercent;
        _raw = raw;
        _bits = bits;
    }

    /// <summary>Zero for column A.</summary>
    public short Column { get; }

    public CellKind Kind { get; }

    /// <summary>The number is shown as a percentage: 0.2 stands there as 20%.</summary>
    public bool IsPercent { get; }

    /// <summary>Text as written; numbers as stored, with a point and perhaps an exponent; dates as yyyy-MM-dd, with time where there is one.</summary>
    public string Raw => _raw ?? "";

    public bool IsEmpty => Kind is CellKind.Empty or CellKind.Error;

    public double Number => Kind == CellKind.Number ? BitConverter.Int64BitsToDouble(_bits) : throw Not(CellKind.Number);

    /// <summary>The number to the 15 digits that a spreadsheet shows, so that 0.1 + 0.2 is 0.3; none when out of range.</summary>
    public decimal? Decimal => Math.Abs(Number) < 7.9e28 ? (decimal)Number : null;

    /// <summary>A moment on the wall clock of whoever wrote the table, to the second.</summary>
    public DateTime Date => Kind == CellKind.Date ? new DateTime(_bits) : throw Not(CellKind.Date);

    public bool Boolean => Kind == CellKind.Boolean ? _bits != 0 : throw Not(CellKind.Boolean);

    /// <summary>What is wrong with the cell, to be said after its place.</summary>
    public Text? Problem => Kind switch
    {
        CellKind.Error when Raw.Length == 0 => new Text("公式没有保存结果，按空白处理"),
        CellKind.Error => new Text("错误值 {0}，按空白处理", Raw),
        CellKind.Invalid => new Text("“{0}”不是有效的数字或日期", Raw),
        _ => (Text?)null,
    };

    internal static TableCell OfText(int column, string text)
        => string.IsNullOrWhiteSpace(text) ? new(column, CellKind.Empty, "") : new(column, CellKind.Text, text);

    internal static TableCell OfNumber(int column, string raw, double value, bool isPercent)
        => new(column, CellKind.Number, raw, BitConverter.DoubleToInt64Bits(value), isPercent);

    internal static TableCell OfDate(int column, DateTime date)
    {
        // Fractions of a day are seldom exact: 11:00:00 is stored as 10:59:59.9999998.
        date = new DateTime((date.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        var format = date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
        return new(column, CellKind.Date, date.ToString(format, CultureInfo.InvariantCulture), date.Ticks);
    }

    internal static TableCell OfBoolean(int column, bool value) => new(column, CellKind.Boolean, value ? "TRUE" : "FALSE", value ? 1 : 0);

    internal static TableCell OfError(int column, string raw) => new(column, CellKind.Error, raw);

    internal static TableCell OfInvalid(int column, string raw) => new(column, CellKind.Invalid, raw);

    public override string ToString() => Raw;

    private InvalidOperationException Not(CellKind asked) => new($"The cell is {Kind}, not {asked}.");
}
