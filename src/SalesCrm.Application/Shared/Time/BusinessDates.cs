using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Time;

/// <summary>The dates that business can have: 1900-01-01 to 2100-12-31. Others are slips, or dates that a spreadsheet broke.</summary>
internal static class BusinessDates
{
    public static DateOnly Earliest { get; } = new(1900, 1, 1);

    public static DateOnly Latest { get; } = new(2100, 12, 31);

    public static Text OutOfRange { get; } = "日期应在 1900-01-01 至 2100-12-31 之间";

    public static bool Has(DateOnly date) => date >= Earliest && date <= Latest;

    public static bool HasYear(int year) => year >= Earliest.Year && year <= Latest.Year;
}
