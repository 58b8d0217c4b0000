using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Filters;

/// <summary>What the fields of a list are, and what the conditions in its address say.</summary>
public sealed class ConditionWords(CrmDbContext db, IEnumerable<IFilterRules> rules)
{
    /// <summary>A page may tell many filters that ask the same field.</summary>
    private readonly Dictionary<ChoiceSource, IReadOnlyList<FilterChoice>> _choices = [];

    /// <param name="Name">Its parameter in the address.</param>
    /// <param name="Value">Its value there.</param>
    /// <param name="Sentence">What it asks; null where it cannot be read, or asks about what the reader does not see, and so asks nothing.</param>
    public sealed record Told(string Name, string Value, Text? Sentence);

    /// <summary>The product's fields and then the admin's own that this person sees.</summary>
    public async Task<IReadOnlyList<FilterField>> FieldsAsync(FieldSubject subject, Actor actor, CancellationToken cancellationToken)
        => [.. rules.Single(one => one.Subject == subject).Fields, .. (await db.FieldsAsync(subject, actor, cancellationToken)).Select(Own)];

    public async Task<IReadOnlyList<FilterChoice>> ChoicesAsync(FilterField field, Actor actor, CancellationToken cancellationToken)
    {
        if (field.Choices is not { } choices)
        {
            return [];
        }

        if (!_choices.TryGetValue(choices, out var known))
        {
            _choices[choices] = known = await choices(db, actor, cancellationToken);
        }

        return known;
    }

    /// <summary>What an address asks, simple filters and conditions, in its order; null for what cannot be read, or asks about what the reader does not see.</summary>
    public async Task<IReadOnlyList<Text?>> SayAsync(FieldSubject subject, IReadOnlyList<KeyValuePair<string, string>> query, Actor actor, CancellationToken cancellationToken)
    {
        var pairs = SimpleFilters.AsConditions(query, await FieldsAsync(subject, actor, cancellationToken));
        var told = (await TellAsync(subject, pairs, actor, cancellationToken)).ToLookup(one => (one.Name, one.Value), one => one.Sentence);
        return [.. pairs.Select(pair => told.Contains((pair.Key, pair.Value)) ? told[(pair.Key, pair.Value)].First() : SimpleFilters.Words(pair.Key, pair.Value))];
    }

    /// <summary>The conditions among the parameters of an address; simple filters are none.</summary>
    public async Task<IReadOnlyList<Told>> TellAsync(FieldSubject subject, IEnumerable<KeyValuePair<string, string>> query, Actor actor, CancellationToken cancellationToken)
    {
        var told = new List<Told>();
        IReadOnlyList<FilterField>? fields = null;
        foreach (var (name, value) in query.Where(pair => pair.Key == ConditionSet.Parameter || QueryText.OwnField(pair.Key) is not null))
        {
            fields ??= await FieldsAsync(subject, actor, cancellationToken);
            var (field, condition) = name == ConditionSet.Parameter ? Asked(fields, value) : AskedOwn(fields, name, value);
            if (name == ConditionSet.Parameter || value.Length > 0 || field is null)
            {
                told.Add(new Told(name, value, field is not null && condition is not null ? await SentenceAsync(field, condition, actor, cancellationToken) : default(Text?)));
            }
        }

        return told;
    }

    private static (FilterField?, Condition?) Asked(IReadOnlyList<FilterField> fields, string value)
        => Condition.Read(value) is { } condition && fields.FirstOrDefault(field => field.Own is null && field.Code.Equals(condition.Field, StringComparison.OrdinalIgnoreCase)) is { } field && field.Reads(condition)
            ? (field, condition)
            : (null, null);

    private static (FilterField?, Condition?) AskedOwn(IReadOnlyList<FilterField> fields, string name, string value)
    {
        var id = QueryText.OwnField(name);
        if (fields.FirstOrDefault(one => one.Own?.Id == id) is not { } field)
        {
            return (null, null);
        }

        var asked = name.EndsWith(".from", StringComparison.OrdinalIgnoreCase) ? Operator.Ge : name.EndsWith(".to", StringComparison.OrdinalIgnoreCase) ? Operator.Le : field.Operators[0];
        var condition = new Condition(field.Code, asked, value);
        return (field, field.Reads(condition) ? condition : null);
    }

    private async Task<Text> SentenceAsync(FilterField field, Condition condition, Actor actor, CancellationToken cancellationToken)
    {
        var name = condition.Operator.Name(field.Kind);
        if (!condition.NeedsValue)
        {
            return new Text("{0} {1}", field.Label, name);
        }

        if (field.Kind != FilterKind.Choice)
        {
            return new Text("{0} {1} {2}", field.Label, name, FilterValues.Words(field.Kind, condition.Value));
        }

        var choices = await ChoicesAsync(field, actor, cancellationToken);
        var words = condition.Values.Select(value => choices.FirstOrDefault(choice => choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase))?.Label ?? "其他选项").Select(label => Translations.Current.Say(label));
        return new Text("{0} {1} {2}", field.Label, name, string.Join(Translations.Current == Translations.English ? ", " : "、", words));
    }

    private static FilterField Own(FieldDefinition field)
    {
        var (kind, operators) = field.Type switch
        {
            FieldType.Choice => (FilterKind.Choice, new[] { Operator.In }),
            FieldType.YesNo => (FilterKind.YesNo, [Operator.Is]),
            FieldType.Number => (FilterKind.Number, [Operator.Ge, Operator.Le]),
            FieldType.Money => (FilterKind.Money, [Operator.Ge, Operator.Le]),
            FieldType.Date => (FilterKind.Date, [Operator.Ge, Operator.Le]),
            _ => (FilterKind.Text, [Operator.Has]),
        };
        return new FilterField(field.Key, new Text("{0}", field.Label), kind, operators)
        {
            Own = field,
            Choices = field.Type == FieldType.Choice ? (_, _, _) => Task.FromResult<IReadOnlyList<FilterChoice>>([.. field.Options.Select(option => Offers.Of(option.Id, option.Label))]) : null,
        };
    }
}
