using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Attachments;

/// <summary>Takes a file away from its customer. It is archived, not destroyed.</summary>
public sealed class RemoveFile(CrmDbContext db)
{
    /// <param name="Name">The file's.</param>
    public sealed record Question(long CustomerId, string Name);

    /// <summary>Null where the actor may not take it away.</summary>
    public Task<Question?> FindAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
        => db.AttachmentsRemovedBy(actor).Where(row => row.Handle == handle).Select(row => new Question(row.CustomerId, row.Name)).SingleOrDefaultAsync(cancellationToken);

    /// <returns>The customer.</returns>
    public async Task<Outcome<long>> ExecuteAsync(Guid handle, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.AttachmentsRemovedBy(actor).SingleOrDefaultAsync(row => row.Handle == handle, cancellationToken) is not { } file)
        {
            return Outcome<long>.NotFound();
        }

        file.Archive(db.Now);
        await db.SaveAsync(actor, cancellationToken);
        return file.CustomerId;
    }
}
