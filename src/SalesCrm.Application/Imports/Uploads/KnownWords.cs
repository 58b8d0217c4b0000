using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>The words that are on file for a field, to choose from instead of one that is not. Of customers there are too many to list.</summary>
internal static class KnownWords
{
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OfAsync(
        CrmDbContext db, CompanyClock clock, ImportKind kind, IEnumerable<string> fields, Actor actor, CancellationToken cancellationToken)
    {
        var run = new ImportRun(db, clock, actor, new MappingProfile { Kind = kind.Name }, isDry: true) { Own = new OwnFields(db, kind.Own) };
        var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            known[field] = await ReadAsync(run, kind, field, cancellationToken);
        }

        return known;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(ImportRun run, ImportKind kind, string field, CancellationToken cancellationToken)
    {
        if (kind.References.FirstOrDefault(reference => reference.Field.Equals(field, StringComparison.OrdinalIgnoreCase)) is { } reference)
        {
            var book = reference.Book(run);
            await book.LoadAsync(cancellationToken);
            return [.. book.Offered];
        }

        if (field.Equals(StageBook.Field, StringComparison.OrdinalIgnoreCase))
        {
            var stages = new StageBook();
            await stages.LoadAsync(run, cancellationToken);
            return [.. stages.Names];
        }

        return kind.AllFields.FirstOrDefault(one => one.Name.Equals(field, StringComparison.OrdinalIgnoreCase))?.Words ?? [];
    }
}
