using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Audit;

/// <summary>Turns the stored changes of entries into words: names instead of keys, sentences instead of numbers.</summary>
public sealed class AuditChanges(CrmDbContext db, CompanyClock clock)
{
    /// <summary>One field, old → new; an absent side is null.</summary>
    public sealed record Change(Text Field, Text? Old, Text? New);

    /// <summary>The changes of several entries, with at most one command for each kind of record that they name. Records that the reader may not see keep their number.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<Change>>> ReadAsync(IReadOnlyList<(string Subject, string? Changes)> entries, Actor actor, CancellationToken cancellationToken)
    {
        var fields = (await db.AllFieldsAsync(cancellationToken)).ToDictionary(field => field.Property);
        var parts = entries.Select(entry => Parts(entry.Subject, entry.Changes, actor, fields)).ToList();
        var names = new Dictionary<(Type, long), string>();
        foreach (var kind in parts.SelectMany(part => part).Where(part => part.Names is not null).GroupBy(part => part.Names!))
        {
            var ids = kind.SelectMany(part => new[] { part.Old, part.New }).Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.GetInt64()).Distinct().ToList();
            foreach (var (id, name) in await NamesAsync(kind.Key, ids, actor, cancellationToken))
            {
                names[(kind.Key, id)] = name;
            }
        }

        return parts.ConvertAll<IReadOnlyList<Change>>(part => part.ConvertAll(p => new Change(p.Field, Say(p, p.Old, names), Say(p, p.New, names))));
    }

    private List<Part> Parts(string subject, string? changes, Actor actor, Dictionary<string, FieldDefinition> own)
    {
        var parts = new List<Part>();
        if (changes is null || JsonSerializer.Deserialize<JsonElement>(changes) is not { ValueKind: JsonValueKind.Object } fields)
        {
            return parts;
        }

        var type = db.Model.GetEntityTypes().FirstOrDefault(entity => entity.ClrType.Name == subject);
        foreach (var field in fields.EnumerateObject().Where(field => !AuditWords.Unsaid.Contains(field.Name) && (actor.SeesCosts || field.Name != nameof(Deal.Cost))))
        {
            var property = type?.FindProperty(field.Name);
            var pair = field.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 2;
            if (own.GetValueOrDefault(field.Name) is { } definition)
            {
                parts.Add(new Part(AsIs(definition.Label), definition.Type is FieldType.Number or FieldType.Money ? typeof(decimal) : typeof(string), null, field.Value[0], field.Value[1], definition));
                continue;
            }

            parts.Add(new Part(
                AuditWords.Field(subject, field.Name), property?.ClrType is { } clr ? Nullable.GetUnderlyingType(clr) ?? clr : typeof(string), NamedBy(property),
                pair ? field.Value[0] : default, pair ? field.Value[1] : field.Value));
        }

        return parts;
    }

    private static Type? NamedBy(IProperty? property)
        => property?.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType.ClrType ?? (property?.Name is "CreatedById" or "AuthorId" or "UserId" ? typeof(User) : null);

    private async Task<IReadOnlyDictionary<long, string>> NamesAsync(Type type, List<long> ids, Actor actor, CancellationToken cancellationToken)
    {
        var english = Translations.Current == Translations.English;
        var files = db.CustomersOf(actor.ForOne);
        IQueryable<Named>? named = type == typeof(User) ? db.Users.Select(user => new Named { Id = user.Id, Name = user.DisplayName })
            : type == typeof(DictionaryEntry) ? db.Dictionary.Select(word => new Named { Id = word.Id, Name = english && word.EnglishName != null ? word.EnglishName : word.Name })
            : type == typeof(Customer) ? db.CustomersOf(actor.ForOne).Select(customer => new Named { Id = customer.Id, Name = customer.Name })
            : type == typeof(Opportunity) ? db.OpportunitiesOf(actor.ForOne).Select(opportunity => new Named { Id = opportunity.Id, Name = opportunity.Number })
            : type == typeof(Product) ? db.Products.Select(product => new Named { Id = product.Id, Name = product.Name })
            : type == typeof(CustomField) ? db.CustomFields.Select(field => new Named { Id = field.Id, Name = field.Name })
            : type == typeof(Team) ? db.Teams.Select(team => new Named { Id = team.Id, Name = team.Name })
            : type == typeof(Competitors.Competitor) ? db.Competitors.Select(competitor => new Named { Id = competitor.Id, Name = competitor.Name })
            : type == typeof(Customers.Contacts.Contact) ? db.Contacts.Where(contact => files.Any(file => file.Id == contact.CustomerId)).Select(contact => new Named { Id = contact.Id, Name = contact.Name })
            : null;
        return named is null ? new Dictionary<long, string>() : await named.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
    }

    private Text? Say(Part part, JsonElement value, Dictionary<(Type, long), string> names) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => default(Text?),
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Number when part.Own is { Type: FieldType.Choice } field && value.TryGetInt64(out var choice) => AsIs(FieldCell.OfChoice(choice).Shown(field) ?? value.GetRawText()),
        JsonValueKind.Number when part.Names is { } type && value.TryGetInt64(out var id)
            => names.TryGetValue((type, id), out var name) ? AsIs(name) : type == typeof(Customer) ? "一位同事的客户" : AsIs("#" + id.ToString(CultureInfo.InvariantCulture)),
        JsonValueKind.Number when part.Type.IsEnum && value.TryGetInt32(out var number) => AuditValues.NameOf((Enum)Enum.ToObject(part.Type, number)) ?? AsIs(value.GetRawText()),
        JsonValueKind.Number when part.Type == typeof(decimal) => AsIs(value.GetDecimal().ToString("#,##0.##", CultureInfo.InvariantCulture)),
        JsonValueKind.String when part.Type == typeof(DateTime) && value.TryGetDateTime(out var at)
            => clock.LocalOf(DateTime.SpecifyKind(at, DateTimeKind.Utc)) is var local ? new Text("{0} {1:HH:mm}", DateOnly.FromDateTime(local), local) : default,
        JsonValueKind.String when part.Type == typeof(DateOnly) && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => new Text("{0}", day),
        JsonValueKind.String when part.Own is { Type: FieldType.Date } field => AsIs(FieldCell.OfPlain(FieldType.Date, value).Shown(field) ?? value.GetString()!),
        JsonValueKind.String => AsIs(value.GetString()!),
        _ => AsIs(value.GetRawText()),
    };

    /// <summary>Words of the user: never looked up as a sentence of ours, never taken for a format.</summary>
    private static Text AsIs(string words) => new("{0}", words);

    private sealed record Part(Text Field, Type Type, Type? Names, JsonElement Old, JsonElement New, FieldDefinition? Own = null);

    private sealed class Named
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
    }
}
