using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>
/// Files whose names differ from a name by one character. Wherever the slip may be, it leaves pieces of the name whole, and the rarest of these is looked up in the
/// index of grams; where all are common, names with the same beginning are looked through. Both are bounded, so that a name costs the same in a large book.
/// </summary>
internal static class NearNames
{
    /// <summary>More names than this that are one character away tell nothing.</summary>
    private const int Most = 5;

    /// <summary>Nobody's name is longer, and each place of one costs a look-up.</summary>
    private const int Longest = 60;

    /// <summary>A piece that so many names have is common.</summary>
    private const int Common = 400;

    /// <summary>So many names with the same beginning are looked through.</summary>
    private const int Farthest = 10_000;

    /// <summary>The files, those first that are read alike.</summary>
    public static async Task<long[]> FindAsync(CrmDbContext db, string key, CancellationToken cancellationToken)
    {
        if (!NameSlip.IsLongEnough(key) || key.Length > Longest)
        {
            return [];
        }

        var length = key.EnumerateRunes().Count();
        var ids = await IdsAsync(db, key, length, cancellationToken);
        if (ids is null)
        {
            return [];
        }

        var (least, most) = (length - 1, key.Length + 2);
        var names = await db.Customers.Where(customer => ids.Contains(customer.Id) && customer.ArchivedAt == null && customer.NameKey.Length >= least && customer.NameKey.Length <= most)
            .Select(customer => new { customer.Id, customer.NameKey }).ToListAsync(cancellationToken);
        return [.. names.Where(row => NameSlip.IsBetween(key, row.NameKey)).OrderByDescending(row => NameSlip.IsReadAlike(key, row.NameKey)).ThenBy(row => row.Id).Take(Most).Select(row => row.Id)];
    }

    /// <summary>Of files that have a rare piece of the name, or its beginning and end.</summary>
    private static async Task<IQueryable<long>?> IdsAsync(CrmDbContext db, string key, int length, CancellationToken cancellationToken)
    {
        var pieces = Grams.Whole(key).ToList();
        var counts = await pieces.ConvertAll(piece => With(db, piece.Gram)).CountEachAsync(Common, cancellationToken);
        var rare = pieces.Index().Select(piece => (Piece: piece.Item, Count: counts[piece.Index])).Where(piece => piece.Count < Common).OrderBy(piece => piece.Count).Select(piece => piece.Piece).ToList();
        var asked = new List<IQueryable<long>>();
        var looked = new HashSet<int>();
        for (var at = 0; at < length; at++)
        {
            var (slip, whole) = (at, rare.FindIndex(piece => at < piece.Place || at >= piece.Place + piece.Length));
            if (whole >= 0 && looked.Add(whole))
            {
                var (place, gram) = (rare[whole].Place, rare[whole].Gram);
                asked.Add(With(db, gram).Where(row => row.Place >= place - 1 && row.Place <= place + 1).Select(row => row.SubjectId));
            }
            else if (whole < 0 && slip > 0)
            {
                asked.Add(Between(db, Grams.Part(key, 0, slip), Grams.Part(key, slip + 1, length)));
            }
        }

        return asked.Count == 0 ? null : asked.Aggregate((all, some) => all.Concat(some));
    }

    private static IQueryable<SearchGram> With(CrmDbContext db, string gram) => db.SearchGrams.Where(row => row.Kind == SearchKind.Customer && row.Gram == gram);

    private static IQueryable<long> Between(CrmDbContext db, string beginning, string end)
    {
        var behind = IndexLookup.Next(beginning);
        return db.Customers.Where(customer => string.Compare(customer.NameKey, beginning) >= 0 && string.Compare(customer.NameKey, behind) < 0)
            .OrderBy(customer => customer.NameKey).Take(Farthest).Where(customer => customer.NameKey.EndsWith(end)).Select(customer => customer.Id);
    }
}
