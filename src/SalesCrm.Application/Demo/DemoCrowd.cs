using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Demo;

/// <summary>The people of a large demo company: thirty teams of seven for each hundred thousand customers, none of whom can sign in.</summary>
internal static class DemoCrowd
{
    /// <summary>Beside the teams of those who can sign in.</summary>
    private const int Teams = 26;
    private const int Customers = 100_000;
    private const int TeamSize = 7;

    internal static Task AddAsync(CrmDbContext db, int customers, Random random, CancellationToken cancellationToken)
        => db.InTransactionAsync(Actor.System, async token =>
        {
            var root = await db.Teams.SingleAsync(team => team.ParentId == null, token);
            var offices = new[] { "华北大区", "西南大区" }.Select(name => new Team { Name = name, Parent = root }).ToList();
            db.Teams.AddRange(offices);
            var number = 0;
            for (var i = 0; i < Teams * Math.Max(1, customers / Customers); i++)
            {
                var team = new Team { Name = string.Create(CultureInfo.InvariantCulture, $"销售{i + 1:00}组"), Parent = offices[i % offices.Count] };
                db.Teams.Add(team);
                await db.SaveChangesAsync(token);
                var members = Enumerable.Range(0, TeamSize)
                    .Select(place => User.Create(string.Create(CultureInfo.InvariantCulture, $"demo{++number:000}"), DemoPerson.Name(random), place switch { 0 => Role.Manager, TeamSize - 1 => Role.Service, _ => Role.Rep }, team.Id))
                    .ToList();
                db.Users.AddRange(members);
                await db.SaveChangesAsync(token);
                team.LeaderId = members[0].Id;
            }

            await Reach.RebuildAsync(db, token);
            return 0;
        }, cancellationToken);
}
