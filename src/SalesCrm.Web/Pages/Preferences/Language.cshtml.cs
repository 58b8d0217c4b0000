using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Web.Formats;
using SalesCrm.Web.Htmx;

namespace SalesCrm.Web.Pages.Preferences;

/// <summary>Remembers the language in a cookie; open to everyone, the sign-in page too has the switch.</summary>
[AllowAnonymous]
public sealed class LanguageModel : PageModel
{
    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost()
    {
        if (Languages.IsKnown(Language))
        {
            Response.Cookies.Append(Languages.Cookie, Language!, PreferenceCookie.For(Request));
        }

        return LocalRedirect(this.LocalAddress(ReturnUrl, "/"));
    }
}
