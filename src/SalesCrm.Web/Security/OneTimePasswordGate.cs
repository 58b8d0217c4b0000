using SalesCrm.Application.Users.Sessions;

namespace SalesCrm.Web.Security;

/// <summary>Who came in with a one-time password gets no page but the one that replaces it.</summary>
public static class OneTimePasswordGate
{
    private static readonly PathString[] Open = ["/account/password", "/account/logout", "/preferences", "/health", "/dist"];

    public static IApplicationBuilder UseOneTimePasswords(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<ActiveSession>() is { MustChangePassword: true } && !Array.Exists(Open, path => context.Request.Path.StartsWithSegments(path)))
        {
            context.Response.Redirect("/account/password");
            return Task.CompletedTask;
        }

        return next(context);
    });
}
