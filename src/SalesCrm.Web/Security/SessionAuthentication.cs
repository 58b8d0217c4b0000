using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SalesCrm.Application.Users.Sessions;
using SalesCrm.Web.Htmx;

namespace SalesCrm.Web.Security;

/// <summary>Signs a request in by the session that its cookie opens, as the database knows it now.</summary>
public sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FindSession find)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } key || await find.ExecuteAsync(key, Context.RequestAborted) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(session);
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, session.Actor.UserId.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, session.UserName),
            new(ClaimTypes.GivenName, session.Actor.Name),
            new(ClaimTypes.Role, session.Actor.Role.ToString()),
        ], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // After signing in one wants the page, not the fragment or the form's target.
        var back = Request.IsFragment() || !HttpMethods.IsGet(Request.Method) ? null : Request.PathBase + Request.Path + Request.QueryString;
        var login = back is null or "/" ? "/account/login" : "/account/login" + QueryString.Create("returnUrl", back);
        if (Request.IsFragment())
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers["HX-Redirect"] = login;
        }
        else
        {
            Response.Redirect(login);
        }

        return Task.CompletedTask;
    }
}
