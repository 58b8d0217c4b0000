using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Customers;

/// <summary>Who may open a customer's file, and why.</summary>
public sealed class CustomerAudience(CrmDbContext db)
{
    public sealed record Person(string Name, string? Team, Text Why);

    /// <param name="IsConfidential">Nobody else opens it, the admin included.</param>
    public sealed record Audience(bool IsConfidential, IReadOnlyList<Person> Persons);

    /// <summary>Null where the actor himself may not see all of the file.</summary>
    public async Task<Audience?> ReadAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var file = await db.CustomersWhollySeenBy(actor.ForOne).Where(customer => customer.Id == id).Select(customer => new { customer.OwnerId, IsClosed = customer.ConfidentialAt != null }).SingleOrDefaultAsync(cancellationToken);
        if (file is null)
        {
            return null;
        }

        var owner = await People(db.Users.Where(user => user.Id == file.OwnerId)).ToListAsync(cancellationToken);
        var leaders = await People(db.Users.Where(user => user.IsActive && user.Id != file.OwnerId && db.Reaches.Any(reach => reach.ActorId == user.Id && reach.UserId == file.OwnerId))).ToListAsync(cancellationToken);
        var members = await db.CustomerMembers.AsNoTracking().Where(member => member.CustomerId == id).OrderBy(member => member.Id)
            .Select(member => new { member.User!.DisplayName, Team = member.User.Team!.Name, member.Access }).ToListAsync(cancellationToken);
        if (file.IsClosed)
        {
            return new(true, [.. Those()]);
        }

        var admins = await People(db.Users.Where(user => user.IsActive && user.Role == Role.Admin)).ToListAsync(cancellationToken);
        return new(false, [.. Those(), .. admins.Select(one => new Person(one.Name, one.Team, "管理员"))]);

        IEnumerable<Person> Those() =>
        [
            .. owner.Select(one => new Person(one.Name, one.Team, "跟进人")),
            .. members.Select(member => new Person(member.DisplayName, member.Team, new Text("协作成员（{0}）", member.Access.Name()))),
            .. leaders.Select(one => new Person(one.Name, one.Team, "跟进人的经理")),
        ];
    }

    private static IQueryable<Row> People(IQueryable<User> users)
        => users.AsNoTracking().OrderBy(user => user.Id).Select(user => new Row { Name = user.DisplayName, Team = user.Team!.Name });

    private sealed class Row
    {
        public required string Name { get; init; }
        public required string? Team { get; init; }
    }
}
