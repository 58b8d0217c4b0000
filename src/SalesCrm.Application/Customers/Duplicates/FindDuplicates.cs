using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>Looks through all files for pairs that may be one customer, every night and on demand, and keeps them for the work list.</summary>
public sealed class FindDuplicates(CrmDbContext db, CompanyClock clock) : INightlyJob
{
    internal const string Job = "duplicates";

    /// <summary>From here on two names count as similar, of 100.</summary>
    private const int Similar = 60;

    /// <summary>A name or phone that more files share than this is no sign of one customer, such as a switchboard or (未登记客户).</summary>
    internal const int Crowd = 12;

    /// <summary>A work list longer than this helps nobody; the next search brings the rest.</summary>
    private const int Most = 20_000;

    public Task<bool> RunIfDueAsync(CancellationToken cancellationToken)
        => JobTurn.RunAsync(db, Job, clock.Today, TimeSpan.FromMinutes(30), token => ExecuteAsync(Actor.System, token), cancellationToken);

    /// <returns>How many pairs there are.</returns>
    public async Task<int> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        var pairs = await PairsAsync(cancellationToken);
        return await db.InTransactionAsync(actor, token => KeepAsync(pairs, token), cancellationToken);
    }

    private async Task<Dictionary<(long First, long Second), DuplicateReasons>> PairsAsync(CancellationToken cancellationToken)
    {
        var pairs = new Dictionary<(long, long), DuplicateReasons>();
        var files = db.Customers.AsNoTracking().Where(customer => customer.ArchivedAt == null);
        var contacts = db.Contacts.AsNoTracking().Where(contact => contact.ArchivedAt == null && contact.Customer!.ArchivedAt == null);
        await AddAsync(files.Where(customer => customer.NameKey != "").Select(customer => new Key { Value = customer.NameKey, CustomerId = customer.Id }), DuplicateReasons.SameName);
        await AddAsync(
            contacts.Where(contact => contact.PhoneKey != null).Select(contact => new Key { Value = contact.PhoneKey!, CustomerId = contact.CustomerId })
                .Union(contacts.Where(contact => contact.MobileKey != null).Select(contact => new Key { Value = contact.MobileKey!, CustomerId = contact.CustomerId })), DuplicateReasons.SamePhone);
        await AddAsync(contacts.Where(contact => contact.EmailKey != null).Select(contact => new Key { Value = contact.EmailKey!, CustomerId = contact.CustomerId }), DuplicateReasons.SameEmail);
        await AddAsync(contacts.Where(contact => contact.DomainKey != null).Select(contact => new Key { Value = contact.DomainKey!, CustomerId = contact.CustomerId }), DuplicateReasons.SimilarName);
        await KeepSimilarAsync(pairs, cancellationToken);
        await AddSlipsAsync(files, pairs, cancellationToken);
        return pairs;

        async Task AddAsync(IQueryable<Key> keys, DuplicateReasons reason)
        {
            var shared = keys.GroupBy(key => key.Value).Select(group => new { group.Key, First = group.Min(key => key.CustomerId), Last = group.Max(key => key.CustomerId) })
                .Where(group => group.First != group.Last).Select(group => group.Key);
            var rows = await keys.Where(key => shared.Contains(key.Value)).Distinct().OrderBy(key => key.Value).ThenBy(key => key.CustomerId).Take(Most * 4).ToListAsync(cancellationToken);
            foreach (var group in rows.GroupBy(row => row.Value, row => row.CustomerId).Select(group => group.Distinct().ToList()).Where(group => group.Count <= Crowd))
            {
                foreach (var pair in group.SelectMany((first, at) => group.Skip(at + 1).Select(second => (first, second))))
                {
                    pairs[pair] = pairs.GetValueOrDefault(pair) | reason;
                }
            }
        }
    }

    private static async Task AddSlipsAsync(IQueryable<Customer> files, Dictionary<(long First, long Second), DuplicateReasons> pairs, CancellationToken cancellationToken)
    {
        var names = new List<(long Id, string Key)>();
        await foreach (var row in files.OrderBy(customer => customer.Id).Select(customer => new Key { Value = customer.NameKey, CustomerId = customer.Id }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            names.Add((row.CustomerId, row.Value));
        }

        foreach (var pair in SlipPairs.Of(names).Take(Most))
        {
            pairs[pair] = pairs.GetValueOrDefault(pair) | DuplicateReasons.NearName;
        }
    }

    /// <summary>Of the pairs that share an e-mail domain only those with similar names stay.</summary>
    private async Task KeepSimilarAsync(Dictionary<(long First, long Second), DuplicateReasons> pairs, CancellationToken cancellationToken)
    {
        var domains = pairs.Where(pair => pair.Value.HasFlag(DuplicateReasons.SimilarName)).Select(pair => pair.Key).ToList();
        var names = new Dictionary<long, string>();
        foreach (var ids in domains.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Chunk(500))
        {
            foreach (var row in await db.Customers.Where(customer => ids.Contains(customer.Id)).Select(customer => new { customer.Id, customer.NameKey }).ToListAsync(cancellationToken))
            {
                names[row.Id] = row.NameKey;
            }
        }

        foreach (var pair in domains.Where(pair => pairs[pair].HasFlag(DuplicateReasons.SameName) || !IsSimilar(names.GetValueOrDefault(pair.First, ""), names.GetValueOrDefault(pair.Second, ""))))
        {
            pairs[pair] &= ~DuplicateReasons.SimilarName;
            if (pairs[pair] == DuplicateReasons.None)
            {
                pairs.Remove(pair);
            }
        }
    }

    /// <summary>Two levelled names that may mean one company.</summary>
    internal static bool IsSimilar(string one, string other)
        => Likeness.Of(one, other) >= Similar || NameSlip.IsBetween(one, other) || one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);

    private async Task<int> KeepAsync(Dictionary<(long First, long Second), DuplicateReasons> pairs, CancellationToken cancellationToken)
    {
        var dismissed = (await db.DuplicateDismissals.Select(row => new { row.FirstId, row.SecondId }).ToListAsync(cancellationToken)).ConvertAll(row => (row.FirstId, row.SecondId)).ToHashSet();
        var kept = pairs.Where(pair => !dismissed.Contains(pair.Key)).OrderByDescending(pair => pair.Value.Score()).ThenBy(pair => pair.Key).Take(Most).ToList();
        await db.DuplicateCandidates.ExecuteDeleteAsync(cancellationToken);
        foreach (var some in kept.Chunk(1_000))
        {
            db.DuplicateCandidates.AddRange(some.Select(pair => new DuplicateCandidate
            {
                FirstId = pair.Key.First,
                SecondId = pair.Key.Second,
                Reasons = pair.Value,
                Score = pair.Value.Score(),
                FoundAt = db.Now,
            }));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await JobTurn.NoteAsync(db, Job, clock.Today, cancellationToken);
        return kept.Count;
    }

    private sealed class Key
    {
        public required string Value { get; init; }
        public required long CustomerId { get; init; }
    }
}
