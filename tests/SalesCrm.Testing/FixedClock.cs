namespace SalesCrm.Testing;

/// <summary>A clock that stands until a test moves it; starts on Monday 2024-04-01 at 09:00 in Shanghai.</summary>
public sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2024, 4, 1, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Moves to nine in the morning in Shanghai of that day.</summary>
    public void GoTo(int year, int month, int day) => Now = new DateTimeOffset(year, month, day, 1, 0, 0, TimeSpan.Zero);
}
