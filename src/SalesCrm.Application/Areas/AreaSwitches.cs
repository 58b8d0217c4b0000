using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Areas;

/// <summary>Which areas are off. A change counts at once on the node that made it, on others within the moment of the reference cache.</summary>
public sealed class AreaSwitches(CrmDbContext db)
{
    /// <param name="Areas">Those that are off.</param>
    public sealed record Off(IReadOnlySet<Area> Areas)
    {
        public static Off Nothing { get; } = new(new HashSet<Area>());

        public bool Has(Area? area) => area is { } one && Areas.Contains(one);

        public bool HasRoute(string? route) => Areas.Count > 0 && Has(AreaPlans.OfRoute(route));

        public bool HasKind(string kind) => Areas.Count > 0 && Has(AreaPlans.OfKind(kind));
    }

    public Task<Off> ReadAsync(CancellationToken cancellationToken)
        => db.KnownAsync(typeof(AreaSwitches), async () => new Off((await db.AreaSwitches.AsNoTracking().Select(area => area.Area).ToListAsync(cancellationToken)).ToHashSet()));
}
