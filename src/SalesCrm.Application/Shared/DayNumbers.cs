using System.Globalization;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Shared;

/// <summary>Numbers that carry a day: the first of a day is <c>XS20240301</c>, the second <c>XS20240301-02</c>.</summary>
internal static class DayNumbers
{
    /// <summary>Takes the next number of the day inside the write transaction, past those that an import has brought.</summary>
    public static async Task<string> NextAsync(CrmDbContext db, string prefix, DateOnly day, Func<string, Task<bool>> isTaken, CancellationToken cancellationToken)
    {
        var stem = prefix + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        string number;
        do
        {
            number = Of(stem, await NumberSequence.TakeAsync(db, stem, 1, cancellationToken));
        }
        while (await isTaken(number));

        return number;
    }

    private static string Of(string stem, int sequence)
        => sequence == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{sequence:00}");
}
