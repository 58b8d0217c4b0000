namespace SalesCrm.Web.Security;

/// <summary>The cookie that carries a session's key.</summary>
public static class SessionCookie
{
    private static readonly HostCookie Cookie = new("salescrm.session");

    public static string? Read(HttpRequest request) => request.Cookies[Cookie.NameFor(request)];

    /// <param name="until">UTC; null lets it end with the browser.</param>
    public static void Write(HttpContext context, string key, DateTime? until)
    {
        var options = HostCookie.Options(context.Request);
        options.Expires = until is { } end ? new DateTimeOffset(end, TimeSpan.Zero) : null;
        context.Response.Cookies.Append(Cookie.NameFor(context.Request), key, options);
    }

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Cookie.NameFor(context.Request), HostCookie.Options(context.Request));
}
