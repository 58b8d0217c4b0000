using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>After one sheet of a workbook has been written, the next of the same file, without sending it again.</summary>
public sealed class NextSheet(CrmDbContext db)
{
    /// <summary>The name of the visible sheet with rows that comes next and that this person has not written yet; null when there is none.</summary>
    public async Task<string?> NameAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
        => await db.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken) is { } written
            ? await AfterAsync(written, cancellationToken)
            : null;

    /// <summary>Puts it at the mapping step; the handle of that import. Asked twice it is the same one.</summary>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
    {
        var written = await db.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken);
        if (written is null || await AfterAsync(written, cancellationToken) is not { } name)
        {
            return Outcome<Guid>.NotFound();
        }

        var begun = await db.Imports.AsNoTracking()
            .Where(row => row.FileHash == written.FileHash && row.CreatedById == actor.UserId && row.Sheet == name && row.Content != null && row.State != ImportState.Committed)
            .OrderByDescending(row => row.Id).Select(row => (Guid?)row.Handle).FirstOrDefaultAsync(cancellationToken);
        if (begun is { } known)
        {
            return known;
        }

        var next = new Import
        {
            Handle = Guid.NewGuid(),
            FileName = written.FileName,
            FileHash = written.FileHash,
            Content = written.Content,
            CreatedById = actor.UserId,
            CreatedAt = db.Now,
            Sheet = name,
        };
        db.Imports.Add(next);
        await db.SaveAsync(actor, cancellationToken);
        return next.Handle;
    }

    /// <summary>The same of an import at hand, which need not be saved as written yet.</summary>
    internal async Task<string?> AfterAsync(Import written, CancellationToken cancellationToken)
    {
        if (written.Content is null || written.State != ImportState.Committed)
        {
            return null;
        }

        using var stream = new MemoryStream(written.Content);
        using var file = TableFile.Open(stream, written.FileName);
        var sheets = file.Sheets.Where(sheet => sheet.Visible).ToList();
        if (sheets.Count < 2)
        {
            return null;
        }

        var done = await db.Imports.Where(row => row.FileHash == written.FileHash && row.CreatedById == written.CreatedById && row.State == ImportState.Committed)
            .Select(row => row.Sheet).Distinct().ToListAsync(cancellationToken);
        var here = sheets.FindIndex(sheet => sheet.Name == written.Sheet) + 1;
        return sheets.Skip(here).Concat(sheets.Take(here)).FirstOrDefault(sheet => sheet.Name != written.Sheet && !done.Contains(sheet.Name) && sheet.FindHeader() is not null)?.Name;
    }
}
