using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Htmx;

/// <summary>A short message that passes, with an optional form that takes the act back.</summary>
public sealed record Toast(string Message, string? UndoPath, IReadOnlyDictionary<string, string> UndoFields)
{
    public const string Cookie = "salescrm.notes";

    private const string Key = "toast";

    /// <summary>Shown by the next full load, or at once when the answer is a fragment.</summary>
    public static void Show(PageModel page, Text message, string? undoPath = null, IReadOnlyDictionary<string, string>? undoFields = null)
    {
        var toast = new Toast(Translations.Current.Say(message), undoPath, undoFields ?? new Dictionary<string, string>());
        if (page.Request.IsFragment())
        {
            toast.Announce(page.Response);
        }
        else
        {
            page.TempData[Key] = JsonSerializer.Serialize(toast);
        }
    }

    /// <summary>Shown as soon as the answer to a part arrives.</summary>
    public void Announce(HttpResponse answer)
        // The serializer escapes everything beyond ASCII, as a header needs it.
        => answer.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { toast = this });

    /// <summary>The note that waits for this request. Without its cookie the notes are not even opened: opening them makes the answer expire a cookie.</summary>
    public static Toast? Waiting(HttpRequest request, ITempDataDictionary notes)
        => request.Cookies.ContainsKey(Cookie) && notes[Key] is string json ? JsonSerializer.Deserialize<Toast>(json) : null;
}
