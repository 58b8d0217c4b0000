using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Users;

/// <summary>Whether anybody can sign in to administer this installation.</summary>
public sealed class FirstAdmin(CrmDbContext db)
{
    public Task<bool> ExistsAsync(CancellationToken cancellationToken)
        => db.Users.AnyAsync(user => user.PasswordHash != null && user.Role == Role.Admin, cancellationToken);
}
