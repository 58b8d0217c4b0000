using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Competitors;

/// <summary>One file for each competitor, whatever the spelling of its name.</summary>
internal static class CompetitorRegister
{
    /// <summary>The competitor of this name; opens its file when there is none. Inside the transaction of whoever asks; saves a new file.</summary>
    internal static async Task<Competitor> FindOrOpenAsync(CrmDbContext db, string name, CancellationToken cancellationToken)
    {
        var key = NameKey.OfCompany(name);
        var competitor = await db.Competitors.SingleOrDefaultAsync(row => row.NameKey == key, cancellationToken);
        if (competitor is null)
        {
            db.Competitors.Add(competitor = new Competitor { Name = CleanText.Line(name)!, NameKey = key });
            await db.SaveChangesAsync(cancellationToken);
        }

        return competitor;
    }
}
