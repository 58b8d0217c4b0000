using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Application.Acts;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>
/// Makes two files of one customer one: fields as chosen, every record of the other file moved below the kept one, the other file archived with a
/// pointer. An act that can be undone.
/// </summary>
public sealed class MergeCustomers(CrmDbContext db, VisitChanges visits, DealChanges deals)
{
    /// <param name="KeptId">The file that stays.</param>
    /// <param name="OtherId">The file that goes into it.</param>
    /// <param name="Taken">Fields to take from the other file, by the first property of their line.</param>
    /// <param name="KeptVersion">What the chooser saw of the kept file.</param>
    /// <param name="OtherVersion">What he saw of the other.</param>
    public sealed record Input(long KeptId, long OtherId, IReadOnlyCollection<string> Taken, Guid KeptVersion, Guid OtherVersion);

    /// <returns>The act, for undoing it.</returns>
    public Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
        => db.InTransactionAsync(actor, token => MergeAsync(input, actor, token), cancellationToken);

    private async Task<Outcome<long>> MergeAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        long[] ids = [input.KeptId, input.OtherId];
        await db.HoldCustomersAsync(ids, cancellationToken);
        if (input.KeptId == input.OtherId || await MergePair.FindAsync(db, input.KeptId, input.OtherId, actor, cancellationToken) is not { } pair)
        {
            return Outcome<long>.NotFound();
        }

        if (await pair.ProblemAsync(db, actor, cancellationToken) is { } problem)
        {
            return Outcome<long>.Invalid("", problem);
        }

        if (pair.Kept.Version != input.KeptVersion || pair.Other.Version != input.OtherVersion)
        {
            return Outcome<long>.Conflict("其中一份档案刚被修改过，请重新核对后再合并");
        }

        var act = db.Name(ActKind.Merge, new Text("{0} 并入 {1}", pair.Other.Name, pair.Kept.Name), 2);
        var owners = new[] { pair.Kept.OwnerId, pair.Other.OwnerId }.OfType<long>();
        TakeFields(pair, input.Taken);
        await ShareAsync(pair, owners, cancellationToken);
        await MoveRecordsAsync(pair, cancellationToken);
        await TakeOwnFieldsAsync(pair, cancellationToken);
        await RenameElsewhereAsync(pair, cancellationToken);
        pair.Other.MergeInto(pair.Kept.Id, db.Now);
        await visits.SettleAsync(db, ids, cancellationToken);
        await deals.SettleAsync(db, ids, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return act?.Id ?? 0;
    }

    private void TakeFields(MergePair pair, IReadOnlyCollection<string> taken)
    {
        foreach (var property in MergeFields.All.Where(line => taken.Contains(line[0])).SelectMany(line => line))
        {
            db.Entry(pair.Kept).Property(property).CurrentValue = MergeFields.ValueOf(db, pair.Other, property);
        }

        if (pair.Kept.ReferredById == pair.Kept.Id || pair.Kept.ReferredById == pair.Other.Id)
        {
            pair.Kept.ReferredById = null;
        }

        pair.Kept.DeriveKeys();
    }

    /// <summary>Whoever worked on the other file works on the kept one.</summary>
    private async Task ShareAsync(MergePair pair, IEnumerable<long> owners, CancellationToken cancellationToken)
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
    private async Task MoveRecordsAsync(MergePair pair, CancellationToken cancellationToken)
    {
        var keeps = await db.Contacts.AnyAsync(contact => contact.CustomerId == pair.Kept.Id && contact.IsPrimary && contact.ArchivedAt == null, cancellationToken);
        var references = db.Model.FindEntityType(typeof(Customer))!.GetReferencingForeignKeys()
            .Where(key => typeof(IAudited).IsAssignableFrom(key.DeclaringEntityType.ClrType) && key.DeclaringEntityType.ClrType != typeof(CustomerMember));
        foreach (var reference in references)
        {
            foreach (var row in await ReferringAsync(reference, pair.Other.Id, cancellationToken))
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

    /// <summary>What the kept file has nothing for in a field that the admin added comes from the other.</summary>
    private async Task TakeOwnFieldsAsync(MergePair pair, CancellationToken cancellationToken)
    {
        var fields = (await db.AllFieldsAsync(cancellationToken)).Where(field => field.Subject == FieldSubject.Customer).ToDictionary(field => field.Id);
        var values = await db.FieldValues.Where(value => (value.RecordId == pair.Kept.Id || value.RecordId == pair.Other.Id) && fields.Keys.Contains(value.FieldId)).ToListAsync(cancellationToken);
        foreach (var value in values.Where(value => value.RecordId == pair.Other.Id && !values.Exists(own => own.RecordId == pair.Kept.Id && own.FieldId == value.FieldId)).ToList())
        {
            FieldEntries.Put(db, fields[value.FieldId], pair.Kept.Id, pair.Kept.Id, null, value.Cell);
        }
    }

    /// <summary>Files of another system find the kept customer under the other's id too.</summary>
    private async Task RenameElsewhereAsync(MergePair pair, CancellationToken cancellationToken)
    {
        foreach (var external in await db.ExternalIds.Where(row => row.Subject == ExternalSubject.Customer && row.RecordId == pair.Other.Id).ToListAsync(cancellationToken))
        {
            db.Entry(external).Property(row => row.RecordId).CurrentValue = pair.Kept.Id;
        }
    }

    private Task<List<object>> ReferringAsync(IForeignKey reference, long id, CancellationToken cancellationToken)
        => (Task<List<object>>)GetType().GetMethod(nameof(RowsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(reference.DeclaringEntityType.ClrType).Invoke(this, [reference.Properties[0].Name, id, cancellationToken])!;

    private async Task<List<object>> RowsAsync<T>(string property, long id, CancellationToken cancellationToken)
        where T : class
        => [.. await db.Set<T>().Where(row => EF.Property<long?>(row, property) == id).ToListAsync(cancellationToken)];
}
