namespace SalesCrm.Web.Formats;

/// <summary>How near a planned day is.</summary>
public enum DueKind
{
    None,
    Overdue,
    Today,
    Tomorrow,
    Later,
}

/// <summary>A planned day in words, with the date, time or weekday that stands beside it.</summary>
public sealed record Due(DueKind Kind, string Words, string Detail);
