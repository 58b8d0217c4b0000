using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Attachments;

/// <summary>Hands out an attached file to whoever may see it.</summary>
public sealed class OpenFile(CrmDbContext db, NoteAccess accesses)
{
    public sealed record Content(string Name, byte[] Bytes);

    /// <summary>Null where there is no such file for him.</summary>
    public async Task<Content?> FindAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
    {
        var file = await db.AttachmentsOf(actor).AsNoTracking().Where(row => row.Handle == handle)
            .Select(row => new { row.Name, row.Content!.Bytes, row.CustomerId, IsConfidential = row.Customer!.ConfidentialAt != null }).SingleOrDefaultAsync(cancellationToken);
        if (file is { IsConfidential: true })
        {
            await accesses.DownloadedAsync(file.CustomerId, file.Name, actor, cancellationToken);
        }

        return file is null ? null : new(file.Name, file.Bytes);
    }
}
