using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Fields;

/// <summary>
/// What a form brought for the admin's fields. Only fields that the person sees are taken, and only those that the form had: what it did not
/// ask for stays as it is.
/// </summary>
internal sealed class FieldEntries
{
    private readonly Dictionary<long, FieldCell> _cells = [];
    private IReadOnlyList<FieldDefinition> _fields = [];

    public List<Problem> Problems { get; } = [];

    /// <param name="db">The context.</param>
    /// <param name="subject">The kind of record.</param>
    /// <param name="typed">Field → what was typed.</param>
    /// <param name="record">A record of the person's scope; null for a new one, which needs every required field.</param>
    /// <param name="actor">Who typed it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<FieldEntries> ReadAsync(
        CrmDbContext db, FieldSubject subject, IReadOnlyDictionary<long, string?> typed, long? record, Actor actor, CancellationToken cancellationToken)
    {
        var entries = new FieldEntries { _fields = await db.FieldsAsync(subject, actor, cancellationToken) };
        if (entries._fields.Count == 0)
        {
            return entries;
        }

        var kept = record is { } id ? (await db.ValuesAsync(entries._fields, [id], cancellationToken))[id].ToDictionary(value => value.FieldId, value => value.Cell) : [];
        foreach (var field in entries._fields.Where(field => record is null || typed.ContainsKey(field.Id)))
        {
            entries.Take(field, typed.GetValueOrDefault(field.Id), kept.GetValueOrDefault(field.Id));
        }

        return entries;
    }

    private void Take(FieldDefinition field, string? typed, FieldCell kept)
    {
        var reading = FieldTyping.Read(field, typed, kept);
        if (reading.IsRefused)
        {
            Problems.Add(new Problem(field.Property, reading.Problem.Value));
        }
        else if (reading.Value is null && field.IsRequired)
        {
            Problems.Add(new Problem(field.Property, "必须填写"));
        }
        else
        {
            _cells[field.Id] = reading.Value ?? default;
        }
    }

    /// <summary>Puts the values into the transaction of the record, which counts as changed by them.</summary>
    /// <param name="db">The context.</param>
    /// <param name="record">Saved, so that it has its id.</param>
    /// <param name="customerId">To whose file it belongs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task WriteAsync<T>(CrmDbContext db, T record, long? customerId, CancellationToken cancellationToken)
        where T : class, IAudited, IVersioned
    {
        if (_cells.Count == 0)
        {
            return;
        }

        var id = ((IAudited)record).Id;
        var stored = await db.FieldValues.Where(value => value.RecordId == id && _cells.Keys.Contains(value.FieldId)).ToDictionaryAsync(value => value.FieldId, cancellationToken);
        var changed = false;
        foreach (var field in _fields.Where(field => _cells.ContainsKey(field.Id)))
        {
            changed |= Put(db, field, id, customerId, stored.GetValueOrDefault(field.Id), _cells[field.Id]);
        }

        if (changed)
        {
            db.Entry(record).Property(row => row.Version).IsModified = true;
        }
    }

    /// <summary>True when that changes what the record has.</summary>
    public static bool Put(CrmDbContext db, FieldDefinition field, long record, long? customerId, FieldValue? stored, FieldCell cell)
    {
        if ((stored?.Cell ?? default) == cell)
        {
            return false;
        }

        var value = stored ?? db.FieldValues.Add(new FieldValue { RecordId = record, FieldId = field.Id }).Entity;
        value.Owner = new FieldOwner(field, customerId);
        if (cell.IsEmpty)
        {
            db.FieldValues.Remove(value);
        }
        else
        {
            (value.Number, value.Text) = (cell.Number, cell.Text);
        }

        return true;
    }
}
