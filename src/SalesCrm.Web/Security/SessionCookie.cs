namespace SalesCrm.Web.Security;

/// <summary>
/// The cookie that carries a session's key. Over HTTPS it is bound to this host and to HTTPS; only on localhost may it travel over
/// plain HTTP, so that one can develop. Either request reads its own name only.
/// </summary>
public static class SessionCookie
{
    private const string Plain = "salescrm.session";
    private const string Secure = "__Host-salescrm.session";

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    /// <param name="until">UTC; null lets it end with the browser.</param>
    public static void Write(HttpContext context, string key, DateTime? until)
    {
        var options = Options(context.Request);
        options.Expires = until is { } end ? new DateTimeOffset(end, TimeSpan.Zero) : null;
        context.Response.Cookies.Append(NameFor(context.Request), key, options);
    }

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    /// <summary>False where a browser would not keep the cookie: plain HTTP from another machine.</summary>
    public static bool CanBeKept(HttpRequest request) => request.IsHttps || IsLocal(request);

    private static bool IsPlain(HttpRequest request) => !request.IsHttps && IsLocal(request);

    private static bool IsLocal(HttpRequest request) => request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static string NameFor(HttpRequest request) => IsPlain(request) ? Plain : Secure;

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = !IsPlain(request),
        Path = "/",
    };
}
