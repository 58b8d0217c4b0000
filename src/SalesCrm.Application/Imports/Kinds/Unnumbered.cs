using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Opportunities of a table that has no numbers, as people keep them: found again by customer, name and, where the row says it, the day of identification. A new one gets the next number.</summary>
internal sealed class Unnumbered
{
    private readonly Dictionary<(string Customer, string Name, DateOnly? On), int> _rows = [];

    public async Task NumberAsync(ImportRun run, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var without = rows.Where(row => row.IsFine && !row.Has("Number") && row.Has("Name")).ToList();
        var known = new List<(long Customer, string Name, DateOnly? On, string Number)>();
        foreach (var ids in without.Select(row => row.Customer?.Id ?? 0).Where(id => id != 0).Distinct().Chunk(500))
        {
            await run.Db.OpportunitiesOf(run.Actor.ForOne).Where(found => ids.Contains(found.CustomerId) && found.ArchivedAt == null).Select(found => new { found.CustomerId, found.Name, found.IdentifiedOn, found.Number })
                .ForEachAsync(found => known.Add((found.CustomerId, NameKey.Of(found.Name), found.IdentifiedOn, found.Number)), cancellationToken);
        }

        var (numbers, fresh) = (known.ToLookup(found => (found.Customer, found.Name)), new List<ImportRow>());
        foreach (var row in without)
        {
            var (customer, name, on) = (row.Customer?.Id ?? 0, NameKey.Of(row.Text("Name")), row.Value<DateOnly>("IdentifiedOn"));
            var key = (customer == 0 ? CustomerBook.KeyOf(row.Text("Customer")!) : customer.ToString(CultureInfo.InvariantCulture), name, on);
            var same = numbers[(customer, name)].Where(found => on is null || found.On == on).ToList();
            if (!_rows.TryAdd(key, row.Number))
            {
                row.Refuse("Name", new Text("与第 {0} 行是同一家客户的同名商机，请加上机会编号一列", _rows[key]));
            }
            else if (same.Count > 1)
            {
                row.Refuse("Name", new Text("这家客户有 {0} 个同名商机，请加上机会编号一列", same.Count));
            }
            else if (same.Count == 1)
            {
                row.Put("Number", same[0].Number);
            }
            else
            {
                fresh.Add(row);
            }
        }

        // A dry run takes no number; no cell of one line can hold what it puts there.
        var next = run.IsDry ? fresh.ConvertAll(row => string.Create(CultureInfo.InvariantCulture, $"{row.Number}\n"))
            : await TakenNumbers.EachAsync(fresh.Count, () => OpportunityFile.NextNumberAsync(run.Db, run.Clock.Today, cancellationToken));
        foreach (var (row, number) in fresh.Zip(next))
        {
            row.Put("Number", number);
        }
    }
}
