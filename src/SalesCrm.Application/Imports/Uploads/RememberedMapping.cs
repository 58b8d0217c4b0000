using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>What somebody chose last for files of a kind with these headers.</summary>
internal static class RememberedMapping
{
    private const int Earlier = 20;

    public static async Task<MappingProfile?> ReadAsync(CrmDbContext db, string kind, string headerHash, Actor actor, CancellationToken cancellationToken)
        => await db.ImportProfiles.AsNoTracking().Where(row => row.Kind == kind && row.HeaderHash == headerHash && row.CreatedById == actor.UserId).Select(row => row.Profile).SingleOrDefaultAsync(cancellationToken) is { } json
            ? MappingProfile.Parse(json) : null;

    /// <summary>The system that he named last for a file whose ids stand under the same headings; null where he has imported none. Files of one export differ in their other columns.</summary>
    public static async Task<string?> SystemOfAsync(CrmDbContext db, MappingProfile profile, long importId, Actor actor, CancellationToken cancellationToken)
    {
        var ids = IdsOf(profile);
        var earlier = ids.Count == 0 ? [] : await db.Imports.AsNoTracking().Where(row => row.CreatedById == actor.UserId && row.Id != importId && row.Profile != null && row.State != ImportState.Uploaded)
            .OrderByDescending(row => row.Id).Select(row => row.Profile!).Take(Earlier).ToListAsync(cancellationToken);
        return earlier.Select(MappingProfile.Parse).FirstOrDefault(other => IdsOf(other).Overlaps(ids))?.System;
    }

    private static HashSet<string> IdsOf(MappingProfile profile)
        => profile.Columns.Where(pair => LinkFields.IsId(pair.Value)).Select(pair => pair.Key).Concat(profile.Fields.Where(pair => LinkFields.IsId(pair.Key)).SelectMany(pair => pair.Value.From))
            .Select(MappedColumns.Key).ToHashSet(StringComparer.Ordinal);

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
