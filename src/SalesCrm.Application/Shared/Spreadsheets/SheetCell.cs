namespace SalesCrm.Application.Shared.Spreadsheets;

/// <summary>How a written number is shown.</summary>
public enum NumberStyle : byte
{
    General,
    Integer,
    Money,

    /// <summary>A fraction: 0.253 is shown as 25.3%.</summary>
    Percent,
}

/// <summary>One cell to be written. A plain text is never written as a formula, whatever it begins with.</summary>
public readonly record struct SheetCell
{
    private SheetCell(CellKind kind, NumberStyle style, string? text, decimal number, DateTime date, bool isMarked = false)
    {
        Kind = kind;
        Style = style;
        Words = text;
        Value = number;
        Moment = date;
        IsMarked = isMarked;
    }

    internal CellKind Kind { get; }

    internal NumberStyle Style { get; }

    internal string? Words { get; }

    internal decimal Value { get; }

    internal DateTime Moment { get; }

    internal bool IsMarked { get; }

    public static SheetCell Of(string? text)
        => string.IsNullOrEmpty(text) ? default : new(CellKind.Text, default, text, default, default);

    /// <summary>A text, or an empty cell, on a red ground: something is wrong with it.</summary>
    public static SheetCell Marked(string? text)
        => new(string.IsNullOrEmpty(text) ? CellKind.Empty : CellKind.Text, default, text, default, default, isMarked: true);

    public static SheetCell Of(decimal? number, NumberStyle style = NumberStyle.General)
        => number is { } value ? new(CellKind.Number, style, null, value, default) : default;

    public static SheetCell Of(DateOnly? date) => date is { } day ? Of(day.ToDateTime(default)) : default;

    /// <summary>A moment on the company's clock; the caller has converted it.</summary>
    public static SheetCell Of(DateTime? localTime)
        => localTime is { } moment ? new(CellKind.Date, default, null, default, moment) : default;

    /// <summary>A cell that was read, to hand a table back as it came.</summary>
    public static SheetCell Of(TableCell cell) => cell.Kind switch
    {
        CellKind.Number when cell.Decimal is { } number => Of(number, cell.IsPercent ? NumberStyle.Percent : NumberStyle.General),
        CellKind.Date => Of(cell.Date),
        _ => Of(cell.Raw),
    };

    public static implicit operator SheetCell(string? text) => Of(text);

    public static implicit operator SheetCell(decimal number) => Of(number);

    public static implicit operator SheetCell(DateOnly date) => Of(date);
}
