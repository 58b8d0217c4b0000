using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Columns;

/// <summary>One column of a list; what the table, the chooser and an export of the shown columns know of it.</summary>
/// <param name="Code">Its name where a choice is kept, and for the cells.</param>
/// <param name="Head">Its head.</param>
public sealed record ListColumn(string Code, Text Head)
{
    /// <summary>The order that its head offers.</summary>
    public string? Sort { get; init; }

    /// <summary>The first press on its head sorts falling.</summary>
    public bool SortsFalling { get; init; }

    /// <summary><c>asc</c> or <c>desc</c> where the list is in its order unless the address asks for another.</summary>
    public string? OwnOrder { get; init; }

    public bool IsNumber { get; init; }

    /// <summary>Stands in front and is not moved, because the card on a phone begins with it.</summary>
    public bool IsFront { get; init; }

    /// <summary>Without it a row says nothing.</summary>
    public bool IsAlways { get; init; }

    /// <summary>Shown to whoever has chosen nothing.</summary>
    public bool IsStandard { get; init; } = true;

    /// <summary>One of the admin's own fields.</summary>
    public FieldDefinition? Own { get; init; }

    internal static ListColumn Of(FieldDefinition field) => new(field.Key, field.Type == FieldType.Money ? new Text("{0}（元）", field.Label) : new Text("{0}", field.Label))
    {
        Sort = field.Key,
        IsNumber = field.Type is FieldType.Number or FieldType.Money,
        IsStandard = field.IsListed,
        Own = field,
    };
}

/// <summary>The columns that a list can show, in their standard order: those before the admin's own fields, and those behind them.</summary>
public sealed class ListColumns(FieldSubject subject, IReadOnlyList<ListColumn> before, IReadOnlyList<ListColumn> behind)
{
    public FieldSubject Subject => subject;

    /// <summary>The columns of the product.</summary>
    public IReadOnlyList<ListColumn> Fixed { get; } = [.. before, .. behind];

    internal IReadOnlyList<ListColumn> With(IEnumerable<FieldDefinition> fields) => [.. before, .. fields.Select(ListColumn.Of), .. behind];
}
