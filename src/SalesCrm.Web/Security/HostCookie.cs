namespace SalesCrm.Web.Security;

/// <summary>
/// A cookie that over HTTPS is bound to this host and to HTTPS; only on localhost may it travel over plain HTTP, so that one can develop. Either request reads its own name
/// only.
/// </summary>
public sealed record HostCookie(string Name)
{
    private const string Prefix = "__Host-";

    /// <summary>False where a browser would not keep such a cookie: plain HTTP from another machine.</summary>
    public static bool CanBeKept(HttpRequest request) => request.IsHttps || IsLocal(request);

    public string NameFor(HttpRequest request) => IsPlain(request) ? Name : Prefix + Name;

    public static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = !IsPlain(request),
        Path = "/",
    };

    private static bool IsPlain(HttpRequest request) => !request.IsHttps && IsLocal(request);

    private static bool IsLocal(HttpRequest request) => request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
