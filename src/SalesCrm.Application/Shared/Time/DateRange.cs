namespace SalesCrm.Application.Shared.Time;

/// <summary>Days from first to last, both of which belong to it.</summary>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public bool Contains(DateOnly day) => day >= First && day <= Last;
}
