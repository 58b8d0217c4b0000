using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Sessions;

namespace SalesCrm.Web.Security;

/// <summary>Who asks for this page; injected by page models and handed on to use cases and readers.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    /// <summary>The session of the request.</summary>
    /// <exception cref="InvalidOperationException">The page is open to everyone and nobody is signed in.</exception>
    public ActiveSession Session => http.HttpContext?.Features.Get<ActiveSession>()
        ?? throw new InvalidOperationException("Nobody is signed in.");

    public Actor Value => Session.Actor;

    public static implicit operator Actor(CurrentActor current) => current.Value;
}
