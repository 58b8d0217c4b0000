using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Fields;

/// <summary>The fields that there are, as this node read them in the last moments.</summary>
internal static class FieldCatalogue
{
    /// <summary>The fields of a kind of record that this person sees, in their order.</summary>
    internal static async Task<IReadOnlyList<FieldDefinition>> FieldsAsync(this CrmDbContext db, FieldSubject subject, Actor actor, CancellationToken cancellationToken)
        => (await db.AllFieldsAsync(cancellationToken)).Where(field => field.Subject == subject && field.IsSeenBy(actor.Role)).ToList();

    /// <summary>All, archived ones too.</summary>
    internal static Task<List<FieldDefinition>> AllFieldsAsync(this CrmDbContext db, CancellationToken cancellationToken)
        => db.KnownAsync(typeof(FieldCatalogue), async () =>
        {
            var fields = await db.CustomFields.AsNoTracking().Include(field => field.Choices).OrderBy(field => field.Position).ThenBy(field => field.Id).ToListAsync(cancellationToken);
            return fields.ConvertAll(field => new FieldDefinition(
                field.Id, field.Subject, field.Type, field.Name, field.EnglishName, field.IsRequired, field.IsListed, field.IsArchived, field.Roles,
                [.. field.Choices.OrderBy(choice => choice.Id).Select(choice => new FieldOption(choice.Id, choice.Name, choice.EnglishName, choice.IsArchived))]));
        });

    /// <summary>What these records have in these fields, by one command; none where there is no field. The records come out of a scope.</summary>
    internal static async Task<ILookup<long, (long FieldId, FieldCell Cell)>> ValuesAsync(
        this CrmDbContext db, IReadOnlyList<FieldDefinition> fields, IReadOnlyCollection<long> records, CancellationToken cancellationToken)
    {
        var rows = new List<FieldValue>();
        if (fields.Count > 0 && records.Count > 0)
        {
            var ids = fields.Select(field => field.Id).ToList();
            rows = await db.FieldValues.AsNoTracking().Where(value => records.Contains(value.RecordId) && ids.Contains(value.FieldId)).ToListAsync(cancellationToken);
        }

        return rows.ToLookup(value => value.RecordId, value => (value.FieldId, value.Cell));
    }

    /// <summary>The fields with what one record of a scope has in them.</summary>
    internal static async Task<IReadOnlyList<FieldFact>> FactsAsync(this CrmDbContext db, FieldSubject subject, long record, Actor actor, CancellationToken cancellationToken)
    {
        var fields = await db.FieldsAsync(subject, actor, cancellationToken);
        return (await db.ValuesAsync(fields, [record], cancellationToken)).FactsOf(fields, record);
    }

    internal static IReadOnlyList<FieldFact> FactsOf(this ILookup<long, (long FieldId, FieldCell Cell)> values, IReadOnlyList<FieldDefinition> fields, long record)
    {
        if (fields.Count == 0)
        {
            return [];
        }

        var cells = values[record].ToDictionary(value => value.FieldId, value => value.Cell);
        return [.. fields.Select(field => new FieldFact(field, cells.GetValueOrDefault(field.Id)))];
    }

    /// <summary>As a form holds them.</summary>
    internal static Dictionary<long, string?> ToForm(this IEnumerable<FieldFact> facts) => facts.ToDictionary(fact => fact.Field.Id, fact => fact.Cell.Typed(fact.Field));
}
