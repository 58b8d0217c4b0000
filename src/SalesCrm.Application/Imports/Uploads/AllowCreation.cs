using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>After a dry run that met unknown words: lets the import create them, remembers that, and tries again.</summary>
public sealed class AllowCreation(CrmDbContext db, ImportQueue queue)
{
    /// <param name="handle">The import.</param>
    /// <param name="what">Words of <see cref="Creatables"/>.</param>
    /// <param name="actor">Who allows it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome> ExecuteAsync(Guid handle, IReadOnlyList<string> what, Actor actor, CancellationToken cancellationToken)
    {
        var import = await db.Imports.SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken);
        if (import is not { Content: { } content, Profile: { } json, Kind: { } kind } || what.Count == 0 || what.Except(Creatables.For(kind, actor).Select(choice => choice.Name)).Any())
        {
            return Outcome.NotFound();
        }

        if (import.State != ImportState.Checked)
        {
            return Outcome.Conflict("这次导入已在进行或已完成");
        }

        var known = MappingProfile.Parse(json);
        var profile = known with { Create = [.. known.Create.Union(what, StringComparer.OrdinalIgnoreCase)] };
        import.TryWith(profile, db.Now);
        await RememberedMapping.KeepAsync(db, profile, await HashAsync(content, import, kind, actor, cancellationToken), actor, cancellationToken);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Done();
        }

        queue.Add(new ImportJob(handle, actor, Commit: false, AllOrNothing: false));
        return Outcome.Done();
    }

    private async Task<string> HashAsync(byte[] content, Import import, string kind, Actor actor, CancellationToken cancellationToken)
    {
        var fields = (await ImportKinds.CreateAsync(db, kind, actor, cancellationToken)).AllFields;
        using var stream = new MemoryStream(content);
        using var file = TableFile.Open(stream, import.FileName);
        return ImportMapping.HashOf(ImportSheet.Of(file, import.Sheet, fields).Header);
    }
}
