using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Htmx;

/// <summary>A short message that passes, with an optional form that takes the act back.</summary>
public sealed record Toast(string Message, string? UndoPath, IReadOnlyDictionary<string, string> UndoFields)
{
    private const string Key = "toast";

    private const string Trigger = "HX-Trigger";

    /// <summary>Seconds; what nobody came for is forgotten then.</summary>
    private const long LongestWait = 60;

    /// <summary>UTF-16 units of what is taken back: it travels in a header or a cookie, of which browsers, servers and proxies take only so much.</summary>
    private const int LongestUndo = 500;

    /// <summary>Whether an act can be taken back that would put this value back.</summary>
    public static bool CanUndo(string value) => value.Length <= LongestUndo;

    /// <summary>Shown by the next full load, or at once when the answer is a fragment.</summary>
    public static void Show(PageModel page, Text message, string? undoPath = null, IReadOnlyDictionary<string, string>? undoFields = null)
    {
        var toast = new Toast(Translations.Current.Say(message), undoPath, undoFields ?? new Dictionary<string, string>());
        page.HttpContext.Items[Key] = toast;
        if (page.Request.IsFragment())
        {
            toast.Announce(page.Response);
        }
    }

    /// <summary>Shown as soon as the answer to a part arrives.</summary>
    public void Announce(HttpResponse answer)
        // The serializer escapes everything beyond ASCII, as a header needs it.
        => answer.Headers[Trigger] = JsonSerializer.Serialize(new { toast = this });

    /// <summary>
    /// Has the note of this post wait for the address it goes on to. All tabs of a browser share the cookie in which it travels; a page that another tab happens to
    /// load meanwhile must not take it.
    /// </summary>
    internal static void WaitAt(PageModel page, string url)
    {
        // A page that only sends on hands over what waited for it.
        if ((page.HttpContext.Items[Key] ?? Waiting(page.Request, page.TempData)) is Toast toast)
        {
            page.Response.Headers.Remove(Trigger);
            page.TempData[Key] = JsonSerializer.Serialize(new Note(toast, url, Now(page.Request)));
        }
    }

    /// <summary>The note that waits for this request. Without its cookie the notes are not even opened: opening them makes the answer expire a cookie.</summary>
    public static Toast? Waiting(HttpRequest request, ITempDataDictionary notes)
    {
        if (!NoteCookie.IsIn(request) || notes.Peek(Key) is not string json || JsonSerializer.Deserialize<Note>(json) is not { } note)
        {
            return null;
        }

        var isLate = Now(request) - note.At > LongestWait;
        var isHere = note.Url.Split('#')[0] == request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        if (isHere || isLate)
        {
            notes.Remove(Key);
        }

        return isHere && !isLate ? note.Toast : null;
    }

    private static long Now(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();

    /// <param name="Toast">What is to be shown.</param>
    /// <param name="Url">Where.</param>
    /// <param name="At">Seconds since 1970.</param>
    private sealed record Note(Toast Toast, string Url, long At);
}
