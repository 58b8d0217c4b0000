namespace SalesCrm.Application.Users.Accounts;

/// <summary>A password to hand over; shown once, stored nowhere in readable form, replaced at the first sign-in.</summary>
/// <param name="ExpiresAt">UTC.</param>
public sealed record OneTimePassword(long UserId, string UserName, string Password, DateTime ExpiresAt);
