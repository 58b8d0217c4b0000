using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;

namespace SalesCrm.Application.Imports.External;

/// <summary>The number of a record that is known by its id in the other system; a new one without a number takes that id for one.</summary>
internal static class OwnNumbers
{
    private const int Longest = 40;

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

/// <summary>A record and its number.</summary>
internal sealed class Numbered
{
    public required long Id { get; init; }
    public required string Number { get; init; }
}
