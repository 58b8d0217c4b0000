using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Sessions;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Account;

/// <summary>Open to everyone, because a session that is over already should not stand in the way of leaving.</summary>
[AllowAnonymous]
public sealed class LogoutModel(SignOut signOut) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (HttpContext.Features.Get<ActiveSession>() is { } session)
        {
            await signOut.ExecuteAsync(session.KeyHash, session.Actor, cancellationToken);
        }

        SessionCookie.Remove(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return LocalRedirect("/account/login");
    }
}
