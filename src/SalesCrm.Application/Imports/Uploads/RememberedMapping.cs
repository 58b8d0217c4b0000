using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>What somebody chose last for files of a kind with these headers.</summary>
internal static class RememberedMapping
{
    public static async Task<MappingProfile?> ReadAsync(CrmDbContext db, string kind, string headerHash, Actor actor, CancellationToken cancellationToken)
        => await db.ImportProfiles.AsNoTracking().Where(row => row.Kind == kind && row.HeaderHash == headerHash && row.CreatedById == actor.UserId).Select(row => row.Profile).SingleOrDefaultAsync(cancellationToken) is { } json
            ? MappingProfile.Parse(json) : null;

    /// <summary>Keeps it with the next save.</summary>
    public static async Task KeepAsync(CrmDbContext db, MappingProfile profile, string headerHash, Actor actor, CancellationToken cancellationToken)
    {
        var remembered = await db.ImportProfiles.SingleOrDefaultAsync(row => row.Kind == profile.Kind && row.HeaderHash == headerHash && row.CreatedById == actor.UserId, cancellationToken);
        if (remembered is null)
        {
            db.ImportProfiles.Add(new ImportProfile { Kind = profile.Kind, HeaderHash = headerHash, CreatedById = actor.UserId, Profile = profile.ToJson() });
        }
        else
        {
            remembered.Profile = profile.ToJson();
        }
    }
}
