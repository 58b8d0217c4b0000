using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>Which accounts are wanted.</summary>
/// <param name="Search">Part of the user name or name.</param>
/// <param name="State">active, closed, invited (a one-time password waits), without (cannot sign in yet); all where empty.</param>
public sealed record AccountFilter(string? Search = null, Role? Role = null, long? TeamId = null, string? State = null);

/// <summary>Everybody's accounts, for administrators.</summary>
public sealed class AccountList(CrmDbContext db)
{
    private static readonly ListOrders<User> Orders = new(
        new ListOrder<User, string>("name", user => user.NormalizedUserName!, user => user.Id),
        new ListOrder<User, string>("display", user => user.DisplayName, user => user.Id),
        new ListOrder<User, DateTime?>("seen", user => user.LastSignInAt, user => user.Id));

    private static readonly Expression<Func<User, AccountRow>> Row = user => new AccountRow(
        user.Id, user.UserName!, user.DisplayName, user.Role, user.Team!.Name, user.IsActive, user.PasswordHash != null, user.PasswordExpiresAt, user.LastSignInAt);

    /// <summary>One account. Times in UTC.</summary>
    public sealed record AccountRow(
        long Id, string UserName, string DisplayName, Role Role, string? Team, bool IsActive, bool HasPassword, DateTime? PasswordExpiresAt, DateTime? LastSignInAt);

    public Task<Page<AccountRow>> ReadAsync(AccountFilter filter, PageRequest page, CancellationToken cancellationToken)
        => Orders.Named(page.Sort).ReadAsync(Apply(filter).AsNoTracking(), Row, page, cancellationToken);

    private IQueryable<User> Apply(AccountFilter filter)
    {
        var users = db.Users.AsQueryable();
        if (CleanText.ReadLine(filter.Search, 100).Value is { } search)
        {
            var key = UserNames.KeyOf(search);
            users = users.Where(user => user.NormalizedUserName!.Contains(key) || user.DisplayName.Contains(search));
        }

        if (filter.Role is { } role)
        {
            users = users.Where(user => user.Role == role);
        }

        if (filter.TeamId is { } teamId)
        {
            users = users.Where(user => user.TeamId == teamId);
        }

        return filter.State switch
        {
            "active" => users.Where(user => user.IsActive && user.PasswordHash != null),
            "closed" => users.Where(user => !user.IsActive),
            "invited" => users.Where(user => user.IsActive && user.PasswordExpiresAt != null),
            "without" => users.Where(user => user.IsActive && user.PasswordHash == null),
            _ => users,
        };
    }
}
