using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SalesCrm.Application.Shared.Paging;

/// <summary>A place in an ordered list: beside the record with this key and id. Travels in addresses; never trusted.</summary>
/// <param name="Key">The value that the list is ordered by, in invariant text; null for a missing value.</param>
/// <param name="Id">Decides between equal keys.</param>
/// <param name="Before">Goes towards the beginning.</param>
/// <param name="Place">1-based place of the record beside it.</param>
/// <param name="Total">How many rows the list had when it was opened.</param>
internal sealed record Cursor(string? Key, long Id, bool Before, int Place, int Total)
{
    public override string ToString()
        => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(Before ? '-' : '+')}{Place}:{Total}:{Id}:{(Key is null ? "" : "=" + Key)}")));

    public static Cursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 600)
        {
            return null;
        }

        try
        {
            var parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text)).Split(':', 4);
            return parts is [{ Length: > 1 } place, var all, var id, var key]
                && int.TryParse(place.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && int.TryParse(all, NumberStyles.None, CultureInfo.InvariantCulture, out var total) && total <= Counting.Most + 1
                && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? new Cursor(key.Length == 0 ? null : key[1..], number, place[0] == '-', at, total)
                    : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
