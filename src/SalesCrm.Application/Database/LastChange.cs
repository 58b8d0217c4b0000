using Microsoft.EntityFrameworkCore;

namespace SalesCrm.Application.Database;

/// <summary>Who changed a record last, for the page that shows two versions of it.</summary>
public sealed class LastChange(CrmDbContext db)
{
    /// <param name="At">UTC.</param>
    public sealed record Change(string Who, DateTime? At);

    /// <param name="subject">The entity's class name.</param>
    /// <param name="id">The record.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Change> FindAsync(string subject, long id, CancellationToken cancellationToken)
    {
        var entry = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == subject && entry.SubjectId == id)
            .OrderByDescending(entry => entry.Id)
            .Select(entry => new { entry.At, Who = db.Users.Where(user => user.Id == entry.UserId).Select(user => user.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        return new(entry?.Who ?? Shared.Actor.System.Name, entry?.At);
    }
}
