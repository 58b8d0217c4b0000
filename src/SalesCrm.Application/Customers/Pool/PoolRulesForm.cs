using SalesCrm.Application.Database;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Customers.Pool;

/// <summary>The pool's rules as pages need them.</summary>
public sealed class PoolRulesForm(CrmDbContext db, CompanyClock clock)
{
    public Task<PoolRules> ReadAsync(CancellationToken cancellationToken) => PoolRules.ReadAsync(db, clock, cancellationToken);
}
