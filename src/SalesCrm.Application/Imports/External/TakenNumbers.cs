using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Confidential;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.External;

/// <summary>
/// Numbers in a file that records have which the importer may not see. For him they were never given: a dry run says what it says of a free number, and the new record gets a number of its own. What
/// his files call it is kept, so that they find it again.
/// </summary>
internal sealed class TakenNumbers(ExternalSubject subject)
{
    private const int Batch = 500;

    /// <summary>Stands behind a number that a dry run does not take; no cell of one line can hold it.</summary>
    private const string Untaken = "\n";

    /// <summary>For the file's number the record's, as long as the run goes.</summary>
    private readonly Dictionary<string, string> _own = new(StringComparer.Ordinal);

    /// <summary>For the number of a record that is still to be created the file's.</summary>
    private readonly Dictionary<string, string> _pending = new(StringComparer.Ordinal);

    /// <summary>Each person's files have their own names for what is new.</summary>
    public static string SystemOf(Actor actor) => actor.UserId.ToString(CultureInfo.InvariantCulture);

    public static async Task<IReadOnlyList<string>> EachAsync(int count, Func<Task<string>> next)
    {
        var numbers = new List<string>();
        while (numbers.Count < count)
        {
            numbers.Add(await next());
        }

        return numbers;
    }

    /// <summary>Puts the record's own number in the place of each that is taken.</summary>
    /// <param name="run">Who imports.</param>
    /// <param name="rows">With their numbers.</param>
    /// <param name="all">Everybody's numbers.</param>
    /// <param name="seen">Those of records that the importer may see.</param>
    /// <param name="take">So many free ones.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ReplaceAsync(ImportRun run, IReadOnlyList<ImportRow> rows, IQueryable<Numbered> all, IQueryable<Numbered> seen, Func<int, Task<IReadOnlyList<string>>> take, CancellationToken cancellationToken)
    {
        if (run.Actor.IsSystem())
        {
            return;
        }

        foreach (var typed in rows.Select(row => row.Text("Number")).OfType<string>().Where(number => !_own.ContainsKey(number)).Distinct().Chunk(Batch))
        {
            var hidden = await all.Where(known => typed.Contains(known.Number)).Select(known => known.Number).Except(seen.Where(known => typed.Contains(known.Number)).Select(known => known.Number)).ToListAsync(cancellationToken);
            if (hidden.Count > 0)
            {
                await ReplaceAsync(run, hidden, seen, take, cancellationToken);
            }
        }

        foreach (var row in rows)
        {
            if (row.Text("Number") is { } number && _own.TryGetValue(number, out var own))
            {
                row.Put("Number", own);
            }
        }
    }

    /// <summary>Keeps what the file calls the record of a row, where that is new.</summary>
    public void Bind(ImportRun run, ImportRow row, Func<long> id)
    {
        if (!run.IsDry && row.Text("Number") is { } own && _pending.Remove(own, out var typed))
        {
            row.Note(new Text("编号 {0} 不能使用，系统另给了 {1}", typed, own));
            run.External.BindNumber(subject, typed, id);
        }
    }

    private async Task ReplaceAsync(ImportRun run, List<string> hidden, IQueryable<Numbered> seen, Func<int, Task<IReadOnlyList<string>>> take, CancellationToken cancellationToken)
    {
        var system = SystemOf(run.Actor);
        var bound = await run.Db.ExternalIds.AsNoTracking().Where(row => row.System == system && row.Subject == subject && hidden.Contains(row.Code)).Select(row => new { row.Code, row.RecordId }).ToListAsync(cancellationToken);
        var ids = bound.ConvertAll(row => row.RecordId);
        var numbers = await seen.Where(known => ids.Contains(known.Id)).ToDictionaryAsync(known => known.Id, known => known.Number, cancellationToken);
        foreach (var row in bound.Where(row => numbers.ContainsKey(row.RecordId)))
        {
            _own[row.Code] = numbers[row.RecordId];
        }

        var fresh = hidden.FindAll(number => !_own.ContainsKey(number));
        foreach (var (typed, own) in fresh.Zip(run.IsDry ? fresh.ConvertAll(number => number + Untaken) : await take(fresh.Count)))
        {
            _own[typed] = own;
            if (!bound.Exists(row => row.Code == typed))
            {
                _pending[own] = typed;
            }
        }
    }
}
