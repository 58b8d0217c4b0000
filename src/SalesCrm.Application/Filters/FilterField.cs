using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Filters;

/// <summary>What a field holds, as far as conditions are concerned.</summary>
public enum FilterKind
{
    Choice = 1,
    Number,

    /// <summary>Yuan.</summary>
    Money,

    /// <summary>A day, or the company's day of an instant.</summary>
    Date,
    YesNo,
    Text,
}

/// <summary>One choice of a field, its value as addresses write it.</summary>
public sealed record FilterChoice(string Value, Text Label);

/// <summary>The choices of a field that this person may be offered.</summary>
internal delegate Task<IReadOnlyList<FilterChoice>> ChoiceSource(CrmDbContext db, Actor actor, CancellationToken cancellationToken);

/// <summary>A field that conditions can be about.</summary>
/// <param name="Code">Its name in addresses; <c>f.12</c> for one of the admin's own.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Operators">What can be asked of it.</param>
public sealed record FilterField(string Code, Text Label, FilterKind Kind, IReadOnlyList<Operator> Operators)
{
    /// <summary>The simple filter of the list that asks the same, by its name in the address.</summary>
    public string? Simple { get; init; }

    /// <summary>One of the admin's own, which has parameters of its own in addresses.</summary>
    public FieldDefinition? Own { get; init; }

    internal ChoiceSource? Choices { get; init; }

    /// <summary>Whether a value of a choice can be one.</summary>
    internal Func<string, bool> IsChoice { get; init; } = value => FilterValues.Id(value) is not null;

    /// <summary>Whether it can be asked that, with that value.</summary>
    public bool Reads(Condition condition) => Operators.Contains(condition.Operator) && (!condition.NeedsValue || Kind switch
    {
        FilterKind.Choice => condition.Values.Count > 0 && condition.Values.All(IsChoice),
        FilterKind.Number => FilterValues.Number(condition.Value) is not null,
        FilterKind.Money => FilterValues.Money(condition.Value) is not null,
        FilterKind.Date => FilterValues.Day(condition.Value, FilterValues.AnyDay) is not null,
        FilterKind.YesNo => condition.Value is "true" or "false",
        _ => !string.IsNullOrWhiteSpace(condition.Value),
    });
}

/// <summary>What conditions can ask of one kind of record; each feature gives its own.</summary>
public interface IFilterRules
{
    FieldSubject Subject { get; }

    IReadOnlyList<FilterField> Fields { get; }
}
