using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Contacts;

/// <summary>Takes a contact out of the file; what was logged with him stays.</summary>
public sealed class ArchiveContact(CrmDbContext db)
{
    public async Task<Outcome> ExecuteAsync(long customerId, long contactId, Actor actor, CancellationToken cancellationToken)
    {
        var contact = await db.CustomersEditedBy(actor).Where(c => c.Id == customerId).SelectMany(c => c.Contacts).SingleOrDefaultAsync(c => c.Id == contactId, cancellationToken);
        if (contact is null)
        {
            return Outcome.NotFound();
        }

        if (contact.IsPrimary)
        {
            return Outcome.Invalid("", "主要联系人不能移除，请先把另一位设为主要联系人");
        }

        contact.ArchivedAt = db.Now;
        await db.SaveAsync(actor, cancellationToken);
        return Outcome.Done();
    }
}
