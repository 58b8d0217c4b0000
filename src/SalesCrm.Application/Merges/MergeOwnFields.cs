using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Merges;

/// <summary>Fields of the admin's own when two files become one: chosen like all others by who sees them, filled up from the other file where he does not.</summary>
internal static class MergeOwnFields
{
    /// <summary>Those in which the two files differ, as the reader sees them.</summary>
    public static async Task<IReadOnlyList<MergeForm.Line>> LinesAsync(CrmDbContext db, MergePair pair, Actor actor, CancellationToken cancellationToken)
    {
        var fields = await db.FieldsAsync(FieldSubject.Customer, actor, cancellationToken);
        var values = await db.ValuesAsync(fields, [pair.Kept.Id, pair.Other.Id], cancellationToken);
        return [.. values.FactsOf(fields, pair.Kept.Id).Zip(values.FactsOf(fields, pair.Other.Id))
            .Where(both => both.First.Cell != both.Second.Cell)
            .Select(both => new MergeForm.Line(both.First.Field.Property, new Text("{0}", both.First.Field.Label), Words(both.First), Words(both.Second), both.First.Cell.IsEmpty))];
    }

    /// <summary>Writes what was chosen into the kept file, which counts as changed by it.</summary>
    public static async Task TakeAsync(CrmDbContext db, MergePair pair, IReadOnlyCollection<string> taken, Actor actor, CancellationToken cancellationToken)
    {
        var fields = (await db.AllFieldsAsync(cancellationToken)).Where(field => field.Subject == FieldSubject.Customer).ToDictionary(field => field.Id);
        var values = await db.FieldValues.Where(value => (value.RecordId == pair.Kept.Id || value.RecordId == pair.Other.Id) && fields.Keys.Contains(value.FieldId)).ToListAsync(cancellationToken);
        var changed = false;
        foreach (var side in values.GroupBy(value => value.FieldId))
        {
            var (field, kept, other) = (fields[side.Key], side.SingleOrDefault(value => value.RecordId == pair.Kept.Id), side.SingleOrDefault(value => value.RecordId == pair.Other.Id));
            if (field.IsSeenBy(actor.Role) ? taken.Contains(field.Property) : kept is null)
            {
                changed |= FieldEntries.Put(db, field, pair.Kept.Id, pair.Kept.Id, kept, other?.Cell ?? default);
            }
        }

        if (changed)
        {
            db.Entry(pair.Kept).Property(customer => customer.Version).IsModified = true;
        }
    }

    private static Text? Words(FieldFact fact) => fact.Words is { } words ? new Text("{0}", words) : default(Text?);
}
