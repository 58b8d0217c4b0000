using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>After one sheet of a workbook has been written, the next of the same file, without sending it again.</summary>
public sealed class NextSheet(CrmDbContext db)
{
    /// <summary>The name of the visible sheet with rows that comes next and that this person has not written yet; null when there is none.</summary>
    public async Task<string?> NameAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
        => await db.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken) is { } written
            ? await AfterAsync(written, SheetsOf(written), cancellationToken)
            : null;

    /// <summary>Puts it at the mapping step; the handle of that import. Asked twice it is the same one.</summary>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
    {
        var written = await db.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken);
        if (written is null || await AfterAsync(written, SheetsOf(written), cancellationToken) is not { } name)
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

    /// <summary>The visible sheets of a file that hold rows to import.</summary>
    internal static IReadOnlyList<string> SheetsOf(TableFile file)
    {
        var visible = file.Sheets.Where(sheet => sheet.Visible && sheet.Name != RowVersions.NoteSheet).ToList();
        return visible.Count < 2 ? [] : visible.Where(sheet => sheet.FindHeader() is not null).Select(sheet => sheet.Name).ToList();
    }

    private static IReadOnlyList<string> SheetsOf(Import import)
    {
        if (import.Content is null || import.State != ImportState.Committed)
        {
            return [];
        }

        using var stream = new MemoryStream(import.Content);
        using var file = TableFile.Open(stream, import.FileName);
        return SheetsOf(file);
    }

    /// <summary>The same of an import at hand, which need not be saved as written yet. Reads no file: while rows are written nobody else can write.</summary>
    internal async Task<string?> AfterAsync(Import written, IReadOnlyList<string> sheets, CancellationToken cancellationToken)
    {
        if (sheets.Count < 2)
        {
            return null;
        }

        var done = await db.Imports.Where(row => row.FileHash == written.FileHash && row.CreatedById == written.CreatedById && row.State == ImportState.Committed)
            .Select(row => row.Sheet).Distinct().ToListAsync(cancellationToken);
        var here = sheets.ToList().IndexOf(written.Sheet ?? "") + 1;
        return sheets.Skip(here).Concat(sheets.Take(here)).FirstOrDefault(sheet => sheet != written.Sheet && !done.Contains(sheet));
    }
}
