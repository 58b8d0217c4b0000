using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>
/// Files that may be the same company: same name once width, case, script, spaces and legal suffix are levelled, or with one other character, or a contact
/// with the same phone or e-mail. Of a file outside the reader's scope only its existence is told, and whom to ask; of a confidential one that is closed to him
/// nothing at all.
/// </summary>
public sealed class CustomerDuplicates(CrmDbContext db)
{
    /// <summary>A possible duplicate; <paramref name="Id"/> and <paramref name="Name"/> are null outside the reader's scope.</summary>
    /// <param name="InPool">The customer of the public pool that it is, where the reader may take him; its name is known there.</param>
    public sealed record DuplicateRow(long? Id, string? Name, string? OwnerName, DateTime? LastFollowUpAt, DuplicateReasons Reasons, bool IsConfidential = false, long? InPool = null);

    public async Task<IReadOnlyList<DuplicateRow>> FindAsync(string? name, IEnumerable<string?> phones, IEnumerable<string?> emails, long? exceptId, Actor actor, CancellationToken cancellationToken)
    {
        var keys = await DuplicateKeys.OfAsync(db, name, phones, emails, cancellationToken);
        if (keys.IsEmpty)
        {
            return [];
        }

        var (nameKey, byPhone, byEmail) = (keys.Name, keys.ByPhone(db), keys.ByEmail(db));
        var near = keys.Near;
        var visible = db.CustomersOf(actor).Select(customer => customer.Id);
        var pool = db.PoolOf(actor).Select(customer => customer.Id);
        var rows = await keys.Among(db.CustomersToldTo(actor).Where(customer => customer.Id != exceptId && customer.ArchivedAt == null), db)
            .OrderBy(customer => customer.Id)
            .Take(20)
            .Select(customer => new
            {
                Side = new DuplicateSide(customer.Id, customer.Name, customer.Number, customer.Owner!.DisplayName, customer.LastFollowUpAt, customer.DealCount, customer.ConfidentialAt != null),
                customer.Id,
                customer.Name,
                Visible = visible.Contains(customer.Id),
                InPool = pool.Contains(customer.Id),
                SameName = nameKey != "" && customer.NameKey == nameKey,
                SamePhone = byPhone.Contains(customer.Id),
                SameEmail = byEmail.Contains(customer.Id),
                NearName = near.Contains(customer.Id),
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row =>
        {
            var side = row.Side.For(row.Visible);
            var reasons = (row.SameName ? DuplicateReasons.SameName : 0) | (row.SamePhone ? DuplicateReasons.SamePhone : 0) | (row.SameEmail ? DuplicateReasons.SameEmail : 0)
                | (row.NearName ? DuplicateReasons.NearName : 0);
            return row.InPool && !row.Visible
                ? new DuplicateRow(null, row.Name, null, null, reasons, InPool: row.Id)
                : new DuplicateRow(side.Id, side.Name, side.Owner, side.LastFollowUpAt, reasons, side.IsConfidential);
        });
    }
}
