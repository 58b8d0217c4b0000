using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Users.Teams;

/// <summary>Computes once more, from people and teams, who may see whose records, and compares it with what is stored.</summary>
internal sealed class ReachCheck(CrmDbContext db) : IFigureCheck
{
    public string Name => "reach";

    public async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken)
    {
        var stored = (await db.Reaches.AsNoTracking().Select(reach => new { reach.ActorId, reach.UserId }).ToListAsync(cancellationToken)).Select(row => (row.ActorId, row.UserId)).ToHashSet();
        var due = Reach.Of(await db.Teams.AsNoTracking().ToListAsync(cancellationToken), await db.Users.AsNoTracking().ToListAsync(cancellationToken));
        return
        [
            .. due.Except(stored).Select(pair => FormattableString.Invariant($"user {pair.ActorId} should see the records of user {pair.UserId}")),
            .. stored.Except(due).Select(pair => FormattableString.Invariant($"user {pair.ActorId} should not see the records of user {pair.UserId}")),
        ];
    }
}
