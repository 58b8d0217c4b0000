using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Rows;

/// <summary>How a person is reached, once all cells of a row are read: what stands in one cell is divided, and what the forms would refuse is said.</summary>
internal static class ReachCells
{
    public static void Settle(ImportRow row, IReadOnlyList<MappedField> fields)
    {
        foreach (var field in fields.Select(mapped => mapped.Field).Where(field => field.Reach is not null))
        {
            Divide(row, field);
        }

        foreach (var field in fields.Select(mapped => mapped.Field))
        {
            if (row.Text(field.Name) is { } value && !ContactMatch.IsMasked(value) && field.DoubtOf(value) is { } doubt)
            {
                row.Note(new Text("{0}“{1}”照原样保留，请核对：{2}", field.Label, value, doubt));
            }
        }
    }

    /// <summary>A cell stays whole where one of its parts has no place, or another column says otherwise.</summary>
    private static void Divide(ImportRow row, ImportField field)
    {
        if (row.Text(field.Name) is not { } text)
        {
            return;
        }

        if (ReachText.In(text) is { } told && PartsOf(told, field) is var parts && parts.TrueForAll(part => part.Field is { } name && (name == field.Name || row.Text(name) is not { } own || own == part.Value)))
        {
            row.Drop(field.Name);
            parts.ForEach(part => row.Put(part.Field!, part.Value));
        }
        else if (CleanText.ReadLine(text, FieldReaders.LongestPhone) is { IsRefused: true } tooLong)
        {
            row.Refuse(field.Name, tooLong.Problem.Value);
        }
    }

    private static List<(string? Field, string Value)> PartsOf(ReachText told, ImportField field)
    {
        var (first, second) = told.Second is null ? (field.Name, null) : (field.Reach!.Mobile, field.Reach.Phone);
        return [.. new[] { (field.Reach!.Name, told.Name), (field.Reach.Title, told.Title), (field.Reach.Email, told.Email), (first, told.Phone), (second, told.Second) }
            .Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!))];
    }
}
