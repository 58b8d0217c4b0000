using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Web.Htmx;

namespace SalesCrm.Web.Pages.Preferences;

/// <summary>Remembers light, dark or the system's choice in a cookie.</summary>
[AllowAnonymous]
public sealed class ThemeModel : PageModel
{
    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost()
    {
        if (Formats.Theme.IsKnown(Theme))
        {
            Response.Cookies.Append(Formats.Theme.Cookie, Theme!, PreferenceCookie.For(Request));
        }

        return Request.IsFragment() ? new NoContentResult() : LocalRedirect(this.LocalAddress(ReturnUrl, "/"));
    }
}
