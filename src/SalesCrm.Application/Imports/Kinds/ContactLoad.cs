using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Running;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Loads the contacts of the customers at hand by a few commands.</summary>
internal static class ContactLoad
{
    public static async Task AsyncFor(ImportRun run, CancellationToken cancellationToken)
    {
        var customers = run.Customers.All.ToDictionary(customer => customer.Id);
        foreach (var ids in customers.Keys.Chunk(500))
        {
            var contacts = run.Db.Contacts.Where(contact => ids.Contains(contact.CustomerId) && contact.ArchivedAt == null).OrderByDescending(contact => contact.IsPrimary).ThenBy(contact => contact.Id);
            if (!run.IsDry)
            {
                await contacts.LoadAsync(cancellationToken);
                continue;
            }

            foreach (var contact in await contacts.AsNoTracking().ToListAsync(cancellationToken))
            {
                customers[contact.CustomerId].Contacts.Add(contact);
            }
        }
    }
}
