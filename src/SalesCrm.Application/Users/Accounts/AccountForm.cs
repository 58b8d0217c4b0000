using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>One account as its edit form shows it.</summary>
public sealed class AccountForm(CrmDbContext db)
{
    /// <param name="Input">What the form holds.</param>
    /// <param name="HasPassword">False while he cannot sign in.</param>
    /// <param name="PasswordExpiresAt">UTC; set while a one-time password waits.</param>
    /// <param name="Sessions">How many browsers he is signed in with.</param>
    public sealed record Account(EditAccount.Input Input, bool HasPassword, DateTime? PasswordExpiresAt, DateTime? LastSignInAt, int Sessions);

    public async Task<Account?> FindAsync(long id, CancellationToken cancellationToken)
        => await db.Users.AsNoTracking().Where(user => user.Id == id).Select(user => new Account(
            new EditAccount.Input
            {
                UserName = user.UserName,
                DisplayName = user.DisplayName,
                Role = user.Role,
                TeamId = user.TeamId,
                IsChannel = user.IsChannel,
                IsActive = user.IsActive,
                Version = user.Version,
            },
            user.PasswordHash != null,
            user.PasswordExpiresAt,
            user.LastSignInAt,
            db.Sessions.Count(session => session.UserId == id))).SingleOrDefaultAsync(cancellationToken);
}
