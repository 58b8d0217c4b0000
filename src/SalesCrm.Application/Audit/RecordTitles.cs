using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Audit;

/// <summary>What records are called and where they are, for lists that mix their kinds; records that the reader may not see have no title.</summary>
public sealed class RecordTitles(CrmDbContext db)
{
    /// <param name="Href">Its page, or that of the record to which it belongs; null for what stands on no page of its own.</param>
    public sealed record Title(string Name, string? Href);

    /// <param name="records">By the name that the audit trail has for their kind.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyDictionary<(string Subject, long Id), Title>> ReadAsync(IEnumerable<(string Subject, long Id)> records, Actor actor, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<(string, long), Title>();
        foreach (var kind in records.GroupBy(record => record.Subject, record => record.Id))
        {
            var ids = kind.ToList();
            foreach (var row in (db.PlacesOf(kind.Key, actor) ?? db.PartsOf(kind.Key, actor)) is { } places ? await places.Where(place => ids.Contains(place.Id)).ToListAsync(cancellationToken) : [])
            {
                titles[(kind.Key, row.Id)] = new Title(row.Name, row.Href.Length > 0 ? row.Href : null);
            }
        }

        return titles;
    }
}
