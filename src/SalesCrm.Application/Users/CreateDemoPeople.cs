using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Users;

/// <summary>The people of the demo company, all with one password.</summary>
public sealed class CreateDemoPeople(CrmDbContext db, Passwords passwords)
{
    /// <summary>Known to everybody, so for trying out only.</summary>
    public const string Password = "chuntian-9-duo-hua";

    /// <summary>User names with what their role is called, for the list that the program prints.</summary>
    public static IReadOnlyList<(string UserName, string Name, Role Role)> People { get; } =
    [
        ("admin", "管理员", Role.Admin),
        ("boss", "赵一鸣", Role.Manager),
        ("manager", "王芳", Role.Manager),
        ("manager2", "刘洋", Role.Manager),
        ("rep", "林晓雯", Role.Rep),
        ("rep2", "周启航", Role.Rep),
        ("rep3", "陈思远", Role.Rep),
        ("service", "孙嘉禾", Role.Service),
        ("legal", "何雨桐", Role.Legal),
    ];

    /// <summary>Creates them in a database that has no users; otherwise does nothing.</summary>
    /// <param name="password">Everybody's password; without one nobody can sign in until he is invited.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ExecuteAsync(string? password, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return;
        }

        var hash = password is null ? null : await passwords.HashAsync(password, cancellationToken);
        await db.InTransactionAsync(Actor.System, async token =>
        {
            var root = await db.Teams.SingleAsync(team => team.ParentId == null, token);
            var east = new Team { Name = "华东大区", Parent = root };
            var south = new Team { Name = "华南大区", Parent = root };
            var shanghai = new Team { Name = "上海一组", Parent = east };
            db.Teams.AddRange(east, south, shanghai);
            await db.SaveChangesAsync(token);

            var home = new Dictionary<string, Team> { ["manager"] = east, ["manager2"] = south, ["rep"] = shanghai, ["rep2"] = shanghai, ["rep3"] = south, ["service"] = east };
            var users = People.Select(person => User.Create(person.UserName, person.Name, person.Role, home.GetValueOrDefault(person.UserName, root).Id)).ToList();
            users.ForEach(user => user.PasswordHash = hash);
            db.Users.AddRange(users);
            await db.SaveChangesAsync(token);

            (root.LeaderId, east.LeaderId, south.LeaderId) = (IdOf("boss"), IdOf("manager"), IdOf("manager2"));
            await Reach.RebuildAsync(db, token);
            return 0;

            long IdOf(string userName) => users.Single(user => user.UserName == userName).Id;
        }, cancellationToken);
    }
}
