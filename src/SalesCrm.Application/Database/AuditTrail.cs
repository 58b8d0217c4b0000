using System.Buffers;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Database;

/// <summary>The audit entries of one save. New records get theirs after the database has given them an id.</summary>
internal sealed class AuditTrail
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Secrets = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", nameof(IVersioned.Version), "Id"];

    /// <summary>Reading an attribute costs more than the comparison that it decides about.</summary>
    private static readonly ConcurrentDictionary<IEntityType, (IProperty Property, RetracedAttribute? Retraced)[]> Audited = new();

    private readonly List<(EntityEntry Entry, string? Changes)> _pending = [];
    private readonly Func<EntityEntry, AuditAct, string?, AuditEntry> _write;
    private readonly bool _isPersons;

    private AuditTrail(bool isPersons, Func<EntityEntry, AuditAct, string?, AuditEntry> write) => (_isPersons, _write) = (isPersons, write);

    public List<AuditEntry> Ready { get; } = [];

    public static AuditTrail Of(DbContext db, Actor actor, DateTime now, Guid operationId)
    {
        var trail = new AuditTrail(actor.UserId != 0, (entry, act, changes) => new AuditEntry
        {
            At = now,
            UserId = actor.UserId,
            Act = act,
            Subject = entry.Metadata.ClrType.Name,
            SubjectId = ((IAudited)entry.Entity).Id,
            CustomerId = entry.Entity is Customer customer ? customer.Id : CustomerOf(entry),
            Changes = changes,
            OperationId = operationId,
        });
        foreach (var entry in db.ChangeTracker.Entries<IAudited>().Select(typed => (EntityEntry)typed).ToList())
        {
            trail.Take(entry);
        }

        trail.Ready.AddRange(db.ChangeTracker.Entries<FieldValue>().Where(entry => entry.State is not EntityState.Unchanged && entry.Entity.Owner is not null).Select(entry => OfField(entry, actor, now, operationId)));
        return trail;
    }

    public IEnumerable<AuditEntry> TakePending()
    {
        var entries = _pending.Select(pending => _write(pending.Entry, AuditAct.Created, pending.Changes)).ToList();
        _pending.Clear();
        return entries;
    }

    /// <summary>One entry for each field, because not everybody who sees the record sees the field.</summary>
    private static AuditEntry OfField(EntityEntry<FieldValue> entry, Actor actor, DateTime now, Guid operationId)
    {
        var (field, customerId) = entry.Entity.Owner!;
        var was = entry.State == EntityState.Added ? default : new FieldCell(entry.Property(value => value.Number).OriginalValue, entry.Property(value => value.Text).OriginalValue);
        var isNow = entry.State == EntityState.Deleted ? default : entry.Entity.Cell;
        return new AuditEntry
        {
            At = now,
            UserId = actor.UserId,
            Act = AuditAct.Changed,
            Subject = field.Subject.ToString(),
            SubjectId = entry.Entity.RecordId,
            CustomerId = customerId,
            FieldId = field.Id,
            Changes = JsonSerializer.Serialize(new Dictionary<string, object?[]> { [field.Property] = [was.Plain(field.Type), isNow.Plain(field.Type)] }, Json),
            OperationId = operationId,
        };
    }

    private void Take(EntityEntry entry)
    {
        switch (entry.State)
        {
            case EntityState.Added:
                _pending.Add((entry, ChangesOf(entry, (_, now) => now is null ? null : [null, now])));
                break;
            case EntityState.Deleted:
                Ready.Add(_write(entry, AuditAct.Deleted, ChangesOf(entry, (was, _) => was is null ? null : [was, null])));
                break;
            case EntityState.Modified when ChangesOf(entry, (was, now) => Equals(was, now) ? null : [was, now]) is { } changes:
                Ready.Add(_write(entry, AuditAct.Changed, changes));
                break;
        }
    }

    private string? ChangesOf(EntityEntry entry, Func<object?, object?, object?[]?> pick)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Json.Encoder });
        var isEmpty = true;
        writer.WriteStartObject();
        foreach (var (metadata, retraced) in Audited.GetOrAdd(entry.Metadata, AuditedOf))
        {
            // What a record is born with is no change of it, and what the nights move nobody undoes.
            if (retraced is not null && (!_isPersons || entry.State == EntityState.Added))
            {
                continue;
            }

            var property = entry.Property(metadata);
            var now = metadata.IsForeignKey() && property.IsTemporary ? null : property.CurrentValue;
            if (pick(property.OriginalValue, now) is not { } pair)
            {
                continue;
            }

            isEmpty &= retraced?.IsOnlyBeside == true;
            writer.WriteStartArray(metadata.Name);
            foreach (var value in pair)
            {
                Write(writer, value);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.Flush();
        return isEmpty && entry.State == EntityState.Modified ? null : Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            default:
                JsonSerializer.Serialize(writer, value, value.GetType(), Json);
                break;
        }
    }

    private static (IProperty Property, RetracedAttribute? Retraced)[] AuditedOf(IEntityType type) =>
    [
        .. type.GetProperties().Where(property => !Secrets.Contains(property.Name) && property.PropertyInfo?.GetCustomAttribute<NotAuditedAttribute>() is null)
            .OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => (property, property.PropertyInfo?.GetCustomAttribute<RetracedAttribute>())),
    ];

    private static long? CustomerOf(EntityEntry entry)
        => entry.Metadata.FindProperty("CustomerId") is { } property ? entry.Property(property.Name).CurrentValue as long? : null;
}
