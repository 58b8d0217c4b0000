using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Web.Pages.Metrics;

/// <summary>Month, quarter or year: the same place in time at another width.</summary>
public sealed record PeriodChoice(Period Period)
{
    public static IReadOnlyList<(PeriodKind Kind, string Name)> Kinds { get; } = [(PeriodKind.Month, "月"), (PeriodKind.Quarter, "季度"), (PeriodKind.Year, "年")];

    /// <summary>Within a longer period its end, or today where today lies in it: going back and forth stays near, and never leads to a month that has not begun.</summary>
    public Period As(PeriodKind kind, DateOnly today)
        => Period.Around(kind >= Period.Kind ? Period.First : today < Period.First || today > Period.Last ? Period.Last : today, kind);

    /// <summary>The address of the records behind a figure.</summary>
    public static string Records(Period period, Breakdown by, long scope, Metric metric)
        => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/metrics/{period}/records?by={by.ToString().ToLowerInvariant()}&scope={scope}&metric={metric.Code()}");

    /// <summary>Null unless every part of the address can be read.</summary>
    public static (Period Period, Breakdown By)? Read(string period, string? by)
        => Period.TryParse(period, out var known) && known.ToString() == period
            ? (known, Enum.TryParse<Breakdown>(by, true, out var breakdown) && Enum.IsDefined(breakdown) ? breakdown : Breakdown.Rep)
            : null;
}
