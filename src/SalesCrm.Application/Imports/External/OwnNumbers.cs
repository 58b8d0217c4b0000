using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;

namespace SalesCrm.Application.Imports.External;

/// <summary>The number of a record that is known by its id in the other system; a new one without a number takes that id for one.</summary>
internal static class OwnNumbers
{
    private const int Longest = 40;

    /// <summary>In a file that says of which system it is and has no other ids, the number is what the other files call the record by.</summary>
    public static void BeIds(ImportRun run, IReadOnlyList<ImportRow> rows)
    {
        foreach (var row in run.Profile.System.Length == 0 ? [] : rows.Where(row => row.RecordId is null && !row.Has(ExternalBook.Own)))
        {
            if (row.Text("Number") is { } number)
            {
                row.Put(ExternalBook.Own, number);
            }
        }
    }

    public static async Task TakeAsync(ImportRun run, IReadOnlyList<ImportRow> rows, ExternalSubject subject, Func<long[], IQueryable<Numbered>> read, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<long, string>();
        foreach (var ids in rows.Select(row => run.External.Find(subject, row.Text(ExternalBook.Own))).OfType<long>().Distinct().Chunk(500))
        {
            await read(ids).ForEachAsync(known => numbers[known.Id] = known.Number, cancellationToken);
        }

        foreach (var row in rows.Where(row => row.Has(ExternalBook.Own)))
        {
            var code = row.Text(ExternalBook.Own)!;
            if (run.External.Find(subject, code) is { } id && numbers.TryGetValue(id, out var number))
            {
                row.Put("Number", number);
            }
            else if (!row.Has("Number") && code.Length <= Longest)
            {
                row.Put("Number", code);
            }
            else if (!row.Has("Number"))
            {
                row.Refuse(ExternalBook.Own, new("外部编号超过 {0} 个字，不能用作编号，请另给一列编号", Longest));
            }
        }
    }
}

internal static class Numbering
{
    public static IQueryable<Numbered> Numbers(this IQueryable<Customer> customers) => customers.Select(row => new Numbered { Id = row.Id, Number = row.Number });

    public static IQueryable<Numbered> Numbers(this IQueryable<Opportunity> opportunities) => opportunities.Select(row => new Numbered { Id = row.Id, Number = row.Number });

    public static IQueryable<Numbered> Numbers(this IQueryable<Deal> deals) => deals.Select(row => new Numbered { Id = row.Id, Number = row.Number });

    /// <summary>With those of records of another kind, whose ids mean nothing here: a won opportunity and its deal have one number.</summary>
    public static IQueryable<Numbered> Beside(this IQueryable<Numbered> own, IQueryable<Numbered> others) => own.Concat(others.Select(row => new Numbered { Id = 0, Number = row.Number }));
}

/// <summary>A record and its number.</summary>
internal sealed class Numbered
{
    public required long Id { get; init; }
    public required string Number { get; init; }
}
