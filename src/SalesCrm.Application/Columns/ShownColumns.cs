using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Columns;

/// <summary>The columns that a list shows to a person, and all that he may choose from.</summary>
public sealed class ShownColumns(CrmDbContext db)
{
    /// <param name="Shown">In his order.</param>
    /// <param name="Hidden">The others, in the standard order.</param>
    /// <param name="IsChosen">He has chosen for himself.</param>
    public sealed record Layout(IReadOnlyList<ListColumn> Shown, IReadOnlyList<ListColumn> Hidden, bool IsChosen);

    public async Task<IReadOnlyList<ListColumn>> OfAsync(ListColumns list, Actor actor, CancellationToken cancellationToken) => (await LayoutAsync(list, actor, cancellationToken)).Shown;

    public async Task<Layout> LayoutAsync(ListColumns list, Actor actor, CancellationToken cancellationToken)
    {
        var (all, chosen) = (await db.ColumnsAsync(list, actor, cancellationToken), await db.ColumnCodesAsync(list.Kind, actor, cancellationToken));
        IReadOnlyList<ListColumn> shown = chosen is null
            ? [.. all.Where(column => column.IsStandard)]
            : [.. all.Where(column => column.IsFront && (column.IsAlways || chosen.Contains(column.Code))),
                .. chosen.Select(code => all.FirstOrDefault(column => column.Code == code && !column.IsFront)).OfType<ListColumn>()];
        return new Layout(shown, [.. all.Except(shown)], chosen is not null);
    }
}

internal static class ColumnCatalogue
{
    /// <summary>All columns that the person may choose from.</summary>
    internal static async Task<IReadOnlyList<ListColumn>> ColumnsAsync(this CrmDbContext db, ListColumns list, Actor actor, CancellationToken cancellationToken)
        => list.With(list.Subject is { } subject ? await db.FieldsAsync(subject, actor, cancellationToken) : []);

    /// <summary>The codes that the person has chosen; null where he has not.</summary>
    internal static async Task<IReadOnlyList<string>?> ColumnCodesAsync(this CrmDbContext db, ListKind list, Actor actor, CancellationToken cancellationToken)
    {
        var choices = await db.KnownAsync(("columns", actor.UserId), () => db.ColumnChoices.AsNoTracking().Where(choice => choice.UserId == actor.UserId).ToListAsync(cancellationToken));
        return choices.Find(choice => choice.List == list)?.Codes.Split(',', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Those of the admin's own fields that the list shows to the person; nothing is read for the others.</summary>
    internal static async Task<IReadOnlyList<FieldDefinition>> ShownFieldsAsync(this CrmDbContext db, IReadOnlyList<FieldDefinition> fields, FieldSubject subject, Actor actor, CancellationToken cancellationToken)
        => fields.Count > 0 && await db.ColumnCodesAsync((ListKind)subject, actor, cancellationToken) is { } codes
            ? [.. fields.Where(field => codes.Contains(field.Key))]
            : [.. fields.Where(field => field.IsListed)];
}
