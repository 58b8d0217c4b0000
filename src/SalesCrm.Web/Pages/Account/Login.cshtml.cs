using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Web.Hosting;
using SalesCrm.Web.Htmx;
using SalesCrm.Web.Security;

namespace SalesCrm.Web.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Login)]
public sealed class LoginModel(SignIn signIn, SignInSettings settings) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool RememberMe { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public int SessionHours => settings.SessionHours;

    public bool CanBeKept => HostCookie.CanBeKept(Request);

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var input = new SignIn.Input(UserName, Password, RememberMe, address, Request.Headers.UserAgent);
        var outcome = await signIn.ExecuteAsync(input, cancellationToken);
        if (outcome is not { Value: { } opened })
        {
            var answer = this.Refuse(outcome, "");
            Response.StatusCode = outcome.Kind == OutcomeKind.Forbidden ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
            return answer;
        }

        SessionCookie.Write(HttpContext, opened.Key, opened.Remember ? opened.ExpiresAt : null);
        return LocalRedirect(opened.MustChangePassword ? "/account/password" : Target);
    }

    private string Target => this.LocalAddress(ReturnUrl, "/");
}
