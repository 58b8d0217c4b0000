using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Imports.References;

/// <summary>Many customer numbers at once.</summary>
internal static class CustomerNumbers
{
    /// <summary>Free numbers <c>KH</c> + yyyyMM + sequence, at most as many as asked for: those that a file brought along before are left out.</summary>
    public static async Task<List<string>> TakeAsync(CrmDbContext db, CompanyClock clock, int count, CancellationToken cancellationToken)
    {
        var prefix = "KH" + clock.Today.ToString("yyyyMM", CultureInfo.InvariantCulture);
        var first = await NumberSequence.TakeAsync(db, prefix, count, cancellationToken);
        var numbers = Enumerable.Range(first, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:0000}")).ToList();
        foreach (var some in numbers.Chunk(500))
        {
            var used = await db.Customers.Where(customer => some.Contains(customer.Number)).Select(customer => customer.Number).ToListAsync(cancellationToken);
            numbers.RemoveAll(used.Contains);
        }

        return numbers;
    }
}
