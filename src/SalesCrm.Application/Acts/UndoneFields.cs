using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;

namespace SalesCrm.Application.Acts;

/// <summary>Fields that the admin added, put back together with the records that have them.</summary>
internal sealed class UndoneFields(CrmDbContext db)
{
    private readonly Dictionary<string, FieldDefinition> _fields = [];

    /// <summary>Puts the values of these records back that still are what the act made them.</summary>
    public async Task PutBackAsync(IReadOnlyDictionary<long, Trace> traces, Func<long, long?> customerOf, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var changes = traces.Values.SelectMany(trace => trace.Fields, (trace, field) => (trace.Id, Field: _fields.GetValueOrDefault(field.Key), field.Value)).Where(change => change.Field is not null).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var records = changes.Select(change => change.Id).Distinct().ToList();
        var fields = changes.Select(change => change.Field!.Id).Distinct().ToList();
        var stored = await db.FieldValues.Where(value => records.Contains(value.RecordId) && fields.Contains(value.FieldId)).ToDictionaryAsync(value => (value.RecordId, value.FieldId), cancellationToken);
        foreach (var (id, field, (old, now)) in changes)
        {
            var value = stored.GetValueOrDefault((id, field!.Id));
            if ((value?.Cell ?? default) == FieldCell.OfPlain(field.Type, now))
            {
                FieldEntries.Put(db, field, id, customerOf(id), value, FieldCell.OfPlain(field.Type, old));
            }
        }
    }

    /// <summary>Takes the values of records away that are about to be taken away; the trail has them with the act that wrote them.</summary>
    public async Task RemoveAsync(string subject, IReadOnlyCollection<long> records, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var fields = _fields.Values.Where(field => field.Subject.ToString() == subject).Select(field => field.Id).ToList();
        if (fields.Count > 0)
        {
            await db.FieldValues.Where(value => records.Contains(value.RecordId) && fields.Contains(value.FieldId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var field in _fields.Count == 0 ? await db.AllFieldsAsync(cancellationToken) : [])
        {
            _fields[field.Property] = field;
        }
    }
}
