namespace SalesCrm.Web.Pages.Preferences;

/// <summary>A year on this device; needed for what the person asked for, so no consent is sought.</summary>
public static class PreferenceCookie
{
    public static CookieOptions For(HttpRequest request) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Path = "/",
    };
}
