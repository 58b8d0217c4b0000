using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>
/// Files that may be the same company: same name once width, case, script, spaces and legal suffix are levelled, or a contact with the same
/// phone or e-mail. Of a file outside the reader's scope only its existence is told, and whom to ask.
/// </summary>
public sealed class CustomerDuplicates(CrmDbContext db)
{
    /// <summary>A possible duplicate; <paramref name="Id"/> and <paramref name="Name"/> are null outside the reader's scope.</summary>
    public sealed record DuplicateRow(long? Id, string? Name, string? OwnerName, DateTime? LastFollowUpAt, bool SameName, bool SamePhone, bool SameEmail, bool IsConfidential = false);

    public async Task<IReadOnlyList<DuplicateRow>> FindAsync(string? name, IEnumerable<string?> phones, IEnumerable<string?> emails, long? exceptId, Actor actor, CancellationToken cancellationToken)
    {
        var keys = DuplicateKeys.Of(name, phones, emails);
        if (keys.IsEmpty)
        {
            return [];
        }

        var (nameKey, byPhone, byEmail) = (keys.Name, keys.ByPhone(db), keys.ByEmail(db));
        var visible = db.CustomersOf(actor).Select(customer => customer.Id);
        var rows = await keys.Among(db.Customers.Where(customer => customer.Id != exceptId && customer.ArchivedAt == null), db)
            .OrderBy(customer => customer.Id)
            .Take(20)
            .Select(customer => new
            {
                Side = new DuplicateSide(customer.Id, customer.Name, customer.Number, customer.Owner!.DisplayName, customer.LastFollowUpAt, customer.DealCount, customer.ConfidentialAt != null),
                Visible = visible.Contains(customer.Id),
                SameName = nameKey != "" && customer.NameKey == nameKey,
                SamePhone = byPhone.Contains(customer.Id),
                SameEmail = byEmail.Contains(customer.Id),
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row =>
        {
            var side = row.Side.For(row.Visible);
            return new DuplicateRow(side.Id, side.Name, side.Owner, side.LastFollowUpAt, row.SameName, row.SamePhone, row.SameEmail, side.IsConfidential);
        });
    }
}
