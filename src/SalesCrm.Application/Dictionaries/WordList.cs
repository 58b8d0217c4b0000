using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Dictionaries;

/// <summary>One list of words as the administrator keeps it, archived ones last.</summary>
public sealed class WordList(CrmDbContext db)
{
    public sealed record WordRow(long Id, string Name, string? EnglishName, bool IsArchived, Guid Version);

    public async Task<IReadOnlyList<WordRow>> ReadAsync(DictionaryKind kind, CancellationToken cancellationToken)
        => await Rows(db.Dictionary.Where(word => word.Kind == kind)).ToListAsync(cancellationToken);

    /// <summary>The word with its list.</summary>
    public async Task<(DictionaryKind Kind, WordRow Row)?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Dictionary.Where(word => word.Id == id)).SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : (await db.Dictionary.Where(word => word.Id == id).Select(word => word.Kind).SingleAsync(cancellationToken), row);
    }

    private static IQueryable<WordRow> Rows(IQueryable<DictionaryEntry> words) => words.AsNoTracking()
        .OrderBy(word => word.IsArchived).ThenBy(word => word.Position).ThenBy(word => word.Id)
        .Select(word => new WordRow(word.Id, word.Name, word.EnglishName, word.IsArchived, word.Version));
}
