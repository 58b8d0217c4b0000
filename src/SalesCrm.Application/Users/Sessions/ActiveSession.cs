using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Users.Sessions;

/// <summary>A session that is valid now, and whose it is.</summary>
/// <param name="KeyHash">Names the session in the database.</param>
/// <param name="MustChangePassword">He came in with a one-time password and may do nothing but replace it.</param>
/// <param name="ExpiresAt">UTC; twelve hours after sign-in.</param>
/// <param name="SeenAt">UTC, to about a minute.</param>
public sealed record ActiveSession(string KeyHash, Actor Actor, string UserName, bool MustChangePassword, DateTime ExpiresAt, DateTime SeenAt);
