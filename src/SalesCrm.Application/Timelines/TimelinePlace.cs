using System.Globalization;

namespace SalesCrm.Application.Timelines;

/// <summary>A place in a timeline: everything older than this entry comes next. Travels in addresses; never trusted.</summary>
internal sealed record TimelinePlace(DateTime At, TimelineKind Kind, long Id)
{
    public static TimelinePlace Newest { get; } = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), TimelineKind.Survey, long.MaxValue);

    /// <summary>Of the entries of this kind at the very instant, those with a smaller id are older.</summary>
    public long TieOf(TimelineKind kind) => kind < Kind ? long.MaxValue : kind == Kind ? Id : 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}.{(int)Kind}.{Id}");

    public static TimelinePlace Read(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks > TimeSpan.TicksPerDay * 365 && ticks <= Newest.At.Ticks
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var kind) && Enum.IsDefined((TimelineKind)kind)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new TimelinePlace(new DateTime(ticks, DateTimeKind.Utc), (TimelineKind)kind, id)
                : Newest;
    }
}
