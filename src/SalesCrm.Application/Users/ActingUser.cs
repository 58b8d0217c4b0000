using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Users;

/// <summary>The person in whose name a command is carried out.</summary>
public sealed class ActingUser(CrmDbContext db)
{
    /// <summary>By user name; null when there is no such active person.</summary>
    public async Task<Actor?> FindAsync(string userName, CancellationToken cancellationToken)
    {
        var key = UserNames.KeyOf(userName);
        return await db.Users.AsNoTracking().Where(user => user.NormalizedUserName == key && user.IsActive)
            .Select(user => new Actor(user.Id, user.DisplayName, user.Role, user.TeamId) { IsChannel = user.IsChannel && user.Role == Role.Rep }).SingleOrDefaultAsync(cancellationToken);
    }
}
