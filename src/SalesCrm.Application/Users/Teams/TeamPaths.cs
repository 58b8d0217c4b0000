using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Users.Teams;

/// <summary>Teams named by their way down from the company: 华东/上海一组.</summary>
internal static class TeamPaths
{
    /// <summary>What is wrong with a path, or null; an empty path means the company itself.</summary>
    public static Text? ProblemOf(string? path)
    {
        foreach (var name in Names(path))
        {
            if (CleanText.ReadLine(name, 50) is var reading && (reading.Problem ?? (reading.Value is null ? "团队路径里有空的名称" : default(Text?))) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>The team at the end of the path; what is missing on the way is added and saved. Runs within a transaction of the caller, who rebuilds the reach.</summary>
    public static async Task<Team> FindOrAddAsync(this CrmDbContext db, string? path, CancellationToken cancellationToken)
    {
        var team = await db.Teams.OrderBy(team => team.Id).FirstAsync(team => team.ParentId == null, cancellationToken);
        foreach (var typed in Names(path))
        {
            var (name, parentId) = (CleanText.Line(typed)!, team.Id);
            var next = await db.Teams.SingleOrDefaultAsync(child => child.ParentId == parentId && child.Name == name, cancellationToken);
            if (next is null)
            {
                next = new Team { Name = name, ParentId = parentId };
                db.Teams.Add(next);
                await db.SaveChangesAsync(cancellationToken);
            }

            team = next;
        }

        return team;
    }

    private static string[] Names(string? path) => string.IsNullOrWhiteSpace(path) ? [] : path.Split('/');
}
