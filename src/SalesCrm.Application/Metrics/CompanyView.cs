using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Metrics;

internal static class CompanyView
{
    /// <summary>
    /// True for the admin and whoever leads the root team: targets, problems and measures are the company's, and theirs to write.
    /// </summary>
    internal static async Task<bool> IsWholeFor(this CrmDbContext db, Actor actor, CancellationToken cancellationToken)
        => actor.SeesEverything
            || (actor.Role == Role.Manager && await db.Teams.AnyAsync(team => team.ParentId == null && team.LeaderId == actor.UserId, cancellationToken));
}
