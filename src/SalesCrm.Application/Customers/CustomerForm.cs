using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers;

/// <summary>A customer's file as its edit form shows it.</summary>
public sealed class CustomerForm(CrmDbContext db, LastChange changes)
{
    public async Task<EditCustomer.Input?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var seen = db.CustomersOf(actor.ForOne);
        var row = await db.CustomersEditedBy(actor).AsNoTracking().Where(c => c.Id == id).Select(c => new
        {
            c.Budget,
            Input = new EditCustomer.Input
            {
                Name = c.Name,
                ShortName = c.ShortName,
                IndustryId = c.IndustryId,
                SourceId = c.SourceId,
                CompanySizeId = c.CompanySizeId,
                Province = c.Province,
                City = c.City,
                Address = c.Address,
                Website = c.Website,
                OwnerId = c.OwnerId,
                Need = c.Need,
                NeedStage = c.NeedStage,
                NeedQuantity = c.NeedQuantity,
                Urgency = c.Urgency,
                ReferredBy = seen.Where(r => r.Id == c.ReferredById).Select(r => r.Number + " " + r.Name).FirstOrDefault(),
                ProductPreference = c.ProductPreference,
                DecisionProcess = c.DecisionProcess,
                FirstContactOn = c.FirstContactOn,
                NextFollowUpOn = c.NextFollowUpOn,
                NextFollowUpText = c.NextFollowUpText,
                Remark = c.Remark,
                Version = c.Version,
            },
        }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        row.Input.Fields = (await db.FactsAsync(FieldSubject.Customer, id, actor, cancellationToken)).ToForm();
        row.Input.Budget = row.Budget?.ToString("0.##", CultureInfo.InvariantCulture);
        return row.Input;
    }

    /// <summary>Who saved the file last, and when (UTC).</summary>
    public Task<LastChange.Change> LastChangeAsync(long id, CancellationToken cancellationToken) => changes.FindAsync(nameof(Customer), id, cancellationToken);
}
