namespace SalesCrm.Web.Formats;

/// <summary>Light, dark, or as the system says; chosen by cookie and written by the server, so that nothing flashes.</summary>
public static class Theme
{
    public const string Cookie = "salescrm.theme";
    public const string Light = "light";
    public const string Dark = "dark";
    public const string Auto = "auto";

    public static bool IsKnown(string? theme) => theme is Light or Dark or Auto;

    public static string Of(HttpRequest request) => request.Cookies[Cookie] is { } theme && IsKnown(theme) ? theme : Auto;
}
