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

/// <summary>The lists whose columns a person chooses. Those of records that take fields of the admin's own have their number.</summary>
public enum ListKind
{
    Customers = (int)FieldSubject.Customer,
    Leads = (int)FieldSubject.Lead,
    Opportunities = (int)FieldSubject.Opportunity,
    Visits = 21,
    Deals = 22,
}

/// <summary>The columns that a list can show, in their standard order: those before the admin's own fields, and those behind them.</summary>
public sealed class ListColumns(ListKind kind, IReadOnlyList<ListColumn> before, IReadOnlyList<ListColumn> behind)
{
    public ListKind Kind => kind;

    /// <summary>Whose fields of the admin's own are columns too; null where the records have none.</summary>
    internal FieldSubject? Subject { get; } = Enum.IsDefined((FieldSubject)kind) ? (FieldSubject)kind : null;

    /// <summary>The columns of the product.</summary>
    public IReadOnlyList<ListColumn> Fixed { get; } = [.. before, .. behind];

    internal IReadOnlyList<ListColumn> With(IEnumerable<FieldDefinition> fields) => [.. before, .. fields.Select(ListColumn.Of), .. behind];
}
