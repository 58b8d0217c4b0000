using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.External;

namespace SalesCrm.Application.Merges;

/// <summary>What hangs on a file that goes into another, brought to the one that stays.</summary>
internal static class MergedRecords
{
    private static readonly MethodInfo RowsMethod = typeof(MergedRecords).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Whoever worked on the other file works on the kept one.</summary>
    public static async Task ShareAsync(CrmDbContext db, MergePair pair, IEnumerable<long> owners, CancellationToken cancellationToken)
    {
        var members = await db.CustomerMembers.Where(member => member.CustomerId == pair.Kept.Id || member.CustomerId == pair.Other.Id).ToListAsync(cancellationToken);
        var wanted = members.Select(member => (member.UserId, member.Access)).Concat(owners.Select(id => (UserId: id, Access: MemberAccess.Edit))).Where(one => one.UserId != pair.Kept.OwnerId)
            .GroupBy(one => one.UserId, one => one.Access).ToDictionary(of => of.Key, of => of.Max());
        foreach (var (userId, access) in wanted)
        {
            if (members.Find(member => member.CustomerId == pair.Kept.Id && member.UserId == userId) is { } known)
            {
                known.Access = access;
            }
            else
            {
                db.CustomerMembers.Add(new CustomerMember { CustomerId = pair.Kept.Id, UserId = userId, Access = access });
            }
        }
    }

    /// <summary>Every audited record that belongs to the other file; who shares it and how its grade moved stay with it.</summary>
    public static async Task MoveAsync(CrmDbContext db, MergePair pair, CancellationToken cancellationToken)
    {
        var keeps = await db.Contacts.AnyAsync(contact => contact.CustomerId == pair.Kept.Id && contact.IsPrimary && contact.ArchivedAt == null, cancellationToken);
        var references = db.Model.FindEntityType(typeof(Customer))!.GetReferencingForeignKeys()
            .Where(key => typeof(IAudited).IsAssignableFrom(key.DeclaringEntityType.ClrType) && key.DeclaringEntityType.ClrType != typeof(CustomerMember));
        foreach (var reference in references)
        {
            foreach (var row in await ReferringAsync(db, reference, pair.Other.Id, cancellationToken))
            {
                if (ReferenceEquals(row, pair.Kept) || ReferenceEquals(row, pair.Other))
                {
                    continue;
                }

                db.Entry(row).Property(reference.Properties[0].Name).CurrentValue = pair.Kept.Id;
                if (row is Contact contact)
                {
                    contact.IsPrimary &= !keeps;
                }
            }
        }
    }

    /// <summary>Files of another system find the kept customer under the other's id too.</summary>
    public static async Task RenameElsewhereAsync(CrmDbContext db, MergePair pair, CancellationToken cancellationToken)
    {
        foreach (var external in await db.ExternalIds.Where(row => (row.Subject == ExternalSubject.Customer || row.Subject == ExternalSubject.CustomerNumber) && row.RecordId == pair.Other.Id).ToListAsync(cancellationToken))
        {
            db.Entry(external).Property(row => row.RecordId).CurrentValue = pair.Kept.Id;
        }
    }

    private static Task<List<object>> ReferringAsync(CrmDbContext db, IForeignKey reference, long id, CancellationToken cancellationToken)
        => (Task<List<object>>)RowsMethod.MakeGenericMethod(reference.DeclaringEntityType.ClrType).Invoke(null, [db, reference.Properties[0].Name, id, cancellationToken])!;

    private static async Task<List<object>> RowsAsync<T>(CrmDbContext db, string property, long id, CancellationToken cancellationToken)
        where T : class
        => [.. await db.Set<T>().Where(row => EF.Property<long?>(row, property) == id).ToListAsync(cancellationToken)];
}
