using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Testing;

/// <summary>
/// The invented company whose people every test knows. 赵一鸣 (<c>boss</c>) leads the company; 王芳 (<c>manager</c>) leads 华东大区 with
/// 林晓雯 (<c>rep</c>) and 周启航 (<c>rep2</c>) in 上海一组; 刘洋 (<c>manager2</c>) leads 华南大区 with 陈思远 (<c>rep3</c>).
/// </summary>
public static class World
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "correct horse 电池 staple";

    public static Actor Admin { get; } = new(1, "管理员", Role.Admin, 1);
    public static Actor Boss { get; } = new(2, "赵一鸣", Role.Manager, 1);
    public static Actor Manager { get; } = new(3, "王芳", Role.Manager, 2);
    public static Actor Rep { get; } = new(4, "林晓雯", Role.Rep, 4);
    public static Actor Rep2 { get; } = new(5, "周启航", Role.Rep, 4);
    public static Actor Manager2 { get; } = new(6, "刘洋", Role.Manager, 3);
    public static Actor Rep3 { get; } = new(7, "陈思远", Role.Rep, 3);
    public static Actor Support { get; } = new(8, "孙嘉禾", Role.Service, 2);
    public static Actor Lawyer { get; } = new(9, "何雨桐", Role.Legal, 1);

    /// <summary>User name → actor.</summary>
    public static IReadOnlyDictionary<string, Actor> People { get; } = new Dictionary<string, Actor>
    {
        ["admin"] = Admin,
        ["boss"] = Boss,
        ["manager"] = Manager,
        ["rep"] = Rep,
        ["rep2"] = Rep2,
        ["manager2"] = Manager2,
        ["rep3"] = Rep3,
        ["service"] = Support,
        ["legal"] = Lawyer,
    };

    internal static async Task TellAsync(CrmDbContext db)
    {
        var root = await db.Teams.SingleAsync();
        var east = new Team { Name = "华东大区", Parent = root };
        db.Teams.Add(east);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        var south = new Team { Name = "华南大区", Parent = root };
        db.Teams.Add(south);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        db.Teams.Add(new Team { Name = "上海一组", Parent = east });
        await db.SaveAsync(Actor.System, CancellationToken.None);

        var hash = QuickHash();
        foreach (var (userName, actor) in People)
        {
            db.Users.Add(new User
            {
                UserName = userName,
                NormalizedUserName = UserNames.KeyOf(userName),
                DisplayName = actor.Name,
                Role = actor.Role,
                TeamId = actor.TeamId,
                PasswordHash = hash,
                SecurityStamp = userName,
                LockoutEnabled = true,
            });
            await db.SaveAsync(Actor.System, CancellationToken.None);
        }

        (root.LeaderId, east.LeaderId, south.LeaderId) = (Boss.UserId, Manager.UserId, Manager2.UserId);
        await Reach.RebuildAsync(db, CancellationToken.None);
        await db.SaveAsync(Actor.System, CancellationToken.None);
    }

    /// <summary>One round: the tests sign in thousands of times.</summary>
    private static string QuickHash()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1 });
        return new PasswordHasher<User>(options).HashPassword(null!, Password);
    }
}
