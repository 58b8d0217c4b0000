using System.Linq.Expressions;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Queries;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Search;

/// <summary>A piece that must stand at a place of a name; a way consists of chains of initials or has none.</summary>
/// <param name="Place">Characters before it.</param>
/// <param name="Name">What is looked up: pieces of one name have the same rows.</param>
/// <param name="Grams">Its rows.</param>
/// <param name="IsChain">Whether it is a chain of initials.</param>
internal sealed record SearchPiece(int Place, string Name, IQueryable<SearchGram> Grams, bool IsChain = false);

/// <summary>
/// The ways in which names can hold what was typed: as it is written, and as it is read. Each is a chain of pieces; it is looked up from the piece that fewest
/// names have, which costs what that piece costs, however common the others are.
/// </summary>
internal sealed class SearchWays
{
    /// <summary>A piece is counted so far: what more names have is common.</summary>
    public const int Common = 3_000;

    /// <summary>Pieces that one command asks for: each new number of them is a command of its own to translate.</summary>
    private const int MostAsked = 48;

    private readonly CrmDbContext _db;
    private readonly SearchKind _kind;
    private List<IReadOnlyList<SearchPiece>> _ways;

    public SearchWays(CrmDbContext db, SearchKind kind, string key)
    {
        (_db, _kind) = (db, kind);
        _ways = [IndexLookup.Written(db, key), .. TypedPinyin.WaysOf(key).Select(way => IndexLookup.Read(db, way))];
    }

    /// <summary>Whether what was typed is only looked up as it is written. What is read like letters stands for many pieces, each of which costs a look at every record that is asked.</summary>
    public bool AreWritten => _ways.Count == 1;

    /// <summary>How many rows the pieces have with which the ways begin, each counted up to <see cref="Common"/>; null until the index was asked.</summary>
    public int? Rows { get; private set; }

    /// <summary>Whether the ways begin with pieces that together many names have; false until the index was asked.</summary>
    public bool AreCommon => Rows >= Common;

    /// <summary>Asks the index how common each piece is and puts the rarest of each way first, by one command for all.</summary>
    public static async Task AskAsync(IReadOnlyCollection<SearchWays> asked, CancellationToken cancellationToken)
    {
        // The first of each way, then the second, as far as one command goes: ways to cut the same letters share most of their pieces.
        var pieces = asked.SelectMany(ways => ways._ways.SelectMany(way => way.Select((piece, rank) => (Rank: rank, Ways: ways, Piece: piece))))
            .OrderBy(of => of.Rank).DistinctBy(of => (of.Ways._kind, of.Piece.Name)).ToList();
        pieces = pieces[..Math.Min(pieces.Count, Math.Max(MostAsked, pieces.Count(of => of.Rank == 0)))];
        var counts = await pieces.ConvertAll(of => of.Piece.Grams.Where(gram => gram.Kind == of.Ways._kind)).CountEachAsync(Common, cancellationToken);
        var rows = pieces.Select((of, number) => ((of.Ways._kind, of.Piece.Name), Rows: counts[number])).ToDictionary(of => of.Item1, of => of.Rows);
        foreach (var ways in asked)
        {
            // What was not asked keeps its place behind what was.
            ways._ways = ways._ways.ConvertAll(way => (IReadOnlyList<SearchPiece>)[.. way.OrderBy(piece => rows.GetValueOrDefault((ways._kind, piece.Name), int.MaxValue))]);
            ways.Rows = ways._ways.Sum(way => rows[(ways._kind, way[0].Name)]);
        }
    }

    /// <summary>The records that hold <paramref name="key"/>.</summary>
    /// <param name="mode">Where the search begins.</param>
    /// <param name="most">Looks at so many rows of the index only, where all hits are fetched.</param>
    public Expression<Func<T, bool>> Hit<T>(string key, SearchMode mode, int? most)
        where T : class, ISearchable
    {
        var leavesOut = Grams.LeavesOut(key);
        var chains = _ways.ConvertAll(Chain);
        if (mode != SearchMode.OneByOne)
        {
            var (written, read) = (chains[0].Select(gram => gram.SubjectId), chains.Skip(1).Select(chain => chain.Select(gram => gram.SubjectId)).ToList());
            if (!leavesOut)
            {
                var holders = read.Aggregate(written, (all, way) => all.Concat(way));
                holders = most is { } some ? holders.Take(some) : holders;
                // A sum is looked for in the list, but no record is fetched by it.
                return mode == SearchMode.Listed ? record => holders.Contains(record.Id + 0) : record => holders.Contains(record.Id);
            }

            var spoken = read.Count == 0 ? written.Where(_ => false) : read.Aggregate((all, way) => all.Concat(way));
            return record => (written.Contains(record.Id) && record.SearchKey.Contains(key)) || spoken.Contains(record.Id);
        }

        var ways = chains.Select((chain, number) => number == 0 && leavesOut
            ? Any(chain, record => record.SearchKey.Contains(key))
            : Any(chain, null)).ToList();
        return ways.Aggregate((all, way) => Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(all.Body, new Swap(way.Parameters[0], all.Parameters[0]).Visit(way.Body)), all.Parameters[0]));

        static Expression<Func<T, bool>> Any(IQueryable<SearchGram> chain, Expression<Func<T, bool>>? also)
        {
            Expression<Func<T, bool>> holds = record => chain.Any(gram => gram.SubjectId == record.Id);
            return also is null ? holds : Expression.Lambda<Func<T, bool>>(Expression.AndAlso(holds.Body, new Swap(also.Parameters[0], holds.Parameters[0]).Visit(also.Body)), holds.Parameters[0]);
        }
    }

    private IQueryable<SearchGram> Chain(IReadOnlyList<SearchPiece> pieces)
    {
        var from = pieces[0].Place;
        var found = pieces[0].Grams.Where(gram => gram.Kind == _kind);
        foreach (var (place, _, grams, isChain) in pieces.Skip(1))
        {
            var distance = place - from;
            found = isChain
                // One place for each way to read a chain, counted downwards from below zero.
                ? found.Where(gram => grams.Any(other => other.Kind == _kind && other.SubjectId == gram.SubjectId
                    && other.Place < -((((-1 - gram.Place) / InitialChains.MostReadings) + distance) * InitialChains.MostReadings)
                    && other.Place >= -((((-1 - gram.Place) / InitialChains.MostReadings) + distance + 1) * InitialChains.MostReadings)))
                : found.Where(gram => grams.Any(other => other.Kind == _kind && other.SubjectId == gram.SubjectId && other.Place == gram.Place + distance));
        }

        return found;
    }
}
