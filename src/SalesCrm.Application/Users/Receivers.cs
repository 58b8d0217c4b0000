namespace SalesCrm.Application.Users;

/// <summary>Who may be given what somebody else holds or nobody has.</summary>
internal static class Receivers
{
    /// <summary>Sellers and their managers, and for mere tasks service staff too. Whoever never had a password cannot accept anything.</summary>
    internal static IQueryable<User> WhoReceive(this IQueryable<User> users, bool onlyTasks = false)
        => users.Where(user => user.IsActive && user.PasswordHash != null && (user.Role == Role.Rep || user.Role == Role.Manager || (onlyTasks && user.Role == Role.Service)));
}
