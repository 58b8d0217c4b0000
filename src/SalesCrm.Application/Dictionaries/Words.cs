using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Dictionaries;

/// <summary>The words that a form offers for one of the admin's lists.</summary>
public sealed class Words(CrmDbContext db)
{
    /// <summary>One choice; the name is in the reader's language.</summary>
    public sealed record Word(long Id, string Name);

    /// <param name="kind">The list.</param>
    /// <param name="kept">A word to offer although it is archived, because the record has it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<Word>> OfAsync(DictionaryKind kind, long? kept, CancellationToken cancellationToken)
    {
        var english = Translations.Current == Translations.English;
        return (await AllAsync(db, cancellationToken)).Where(word => word.Kind == kind && (!word.IsArchived || word.Id == kept))
            .Select(word => new Word(word.Id, english && word.EnglishName != null ? word.EnglishName : word.Name))
            .ToList();
    }

    /// <summary>Of all lists and archived ones too, in their order; nobody may change them.</summary>
    internal static Task<List<DictionaryEntry>> AllAsync(CrmDbContext db, CancellationToken cancellationToken)
        => db.KnownAsync(typeof(Words), () => db.Dictionary.AsNoTracking().OrderBy(word => word.Position).ThenBy(word => word.Id).ToListAsync(cancellationToken));
}
