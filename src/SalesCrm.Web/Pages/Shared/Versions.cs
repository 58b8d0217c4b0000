using System.Globalization;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>Two versions of one form, what the second person typed and what the first has saved, told field by field.</summary>
/// <param name="mine">As it was typed.</param>
/// <param name="theirs">As it is stored now.</param>
public sealed class Versions<T>(T mine, T theirs)
{
    private readonly List<ConflictField> _fields = [];

    public IReadOnlyList<ConflictField> Fields => _fields;

    /// <summary>Browsers post line breaks as CR LF; the database keeps LF.</summary>
    public Versions<T> Words(string name, string label, Func<T, string?> value)
        => Add(name, label, version => value(version)?.ReplaceLineEndings("\n"));

    public Versions<T> Day(string name, string label, Func<T, DateOnly?> value)
        => Add(name, label, version => value(version)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), version => value(version) is { } day ? DayWords.Of(day) : null);

    public Versions<T> Number(string name, string label, Func<T, decimal?> value)
        => Add(name, label, version => value(version)?.ToString("0.####", CultureInfo.InvariantCulture));

    /// <summary>A choice from a list, shown by its name.</summary>
    public Versions<T> Choice(string name, string label, Func<T, long?> id, Func<long, string?> word)
        => Add(name, label, version => id(version)?.ToString(CultureInfo.InvariantCulture), version => id(version) is { } known ? word(known) : null);

    public Versions<T> Kind<TEnum>(string name, string label, Func<T, TEnum?> value, Func<TEnum, Text> word) where TEnum : struct, Enum
        => Add(name, label, version => value(version)?.ToString(), version => value(version) is { } known ? Translations.Current.Say(word(known)) : null,
            value(mine) is { } typed ? Convert.ToInt64(typed, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : null);

    public Versions<T> Mark(string name, string label, Func<T, bool> value)
        => Add(name, label, version => value(version) ? "true" : "false", version => Translations.Current.Say(value(version) ? "是" : "否"));

    /// <summary>The fields of the admin's own.</summary>
    public Versions<T> Own(IEnumerable<FieldDefinition> fields, Func<T, IReadOnlyDictionary<long, string?>> values)
    {
        foreach (var field in fields.Where(field => values(mine).ContainsKey(field.Id)))
        {
            Add(field.Property, field.Label, version => values(version).GetValueOrDefault(field.Id), version => OwnForm.Words(field, values(version).GetValueOrDefault(field.Id)));
        }

        return this;
    }

    private Versions<T> Add(string name, string label, Func<T, string?> value, Func<T, string?>? words = null, string? stored = null)
    {
        _fields.Add(new("Input." + name, label, value(mine), value(theirs), words?.Invoke(mine), words?.Invoke(theirs), stored));
        return this;
    }
}
