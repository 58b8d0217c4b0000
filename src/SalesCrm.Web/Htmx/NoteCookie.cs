using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SalesCrm.Application.Users.Sessions;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Htmx;

/// <summary>
/// Carries notes from a post to the page that it goes on to, sealed for whoever is signed in: when somebody else signs in on the same browser, what still waits there for the first one cannot be opened.
/// </summary>
internal sealed class NoteCookie(IDataProtectionProvider protection) : ITempDataProvider
{
    private static readonly HostCookie Cookie = new("salescrm.notes");

    private readonly ChunkingCookieManager _chunks = new();

    public static bool IsIn(HttpRequest request) => request.Cookies.ContainsKey(Cookie.NameFor(request));

    public IDictionary<string, object> LoadTempData(HttpContext context)
    {
        var notes = new Dictionary<string, object>();
        if (_chunks.GetRequestCookie(context, Cookie.NameFor(context.Request)) is { Length: > 0 } sealedNotes)
        {
            try
            {
                foreach (var (key, note) in JsonSerializer.Deserialize<Dictionary<string, string>>(SealOf(context).Unprotect(sealedNotes)) ?? [])
                {
                    notes[key] = note;
                }
            }
            catch (CryptographicException)
            {
                // Somebody else's, or older than the keys: nothing waits for this person.
            }
        }

        return notes;
    }

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        var (name, options) = (Cookie.NameFor(context.Request), HostCookie.Options(context.Request));
        if (values.Count > 0)
        {
            _chunks.AppendResponseCookie(context, name, SealOf(context).Protect(JsonSerializer.Serialize(values.ToDictionary(pair => pair.Key, pair => (string)pair.Value))), options);
        }
        else if (IsIn(context.Request))
        {
            _chunks.DeleteCookie(context, name, options);
        }
    }

    private IDataProtector SealOf(HttpContext context)
        => protection.CreateProtector("SalesCrm.Notes", (context.Features.Get<ActiveSession>()?.Actor.UserId ?? 0).ToString(CultureInfo.InvariantCulture));
}
