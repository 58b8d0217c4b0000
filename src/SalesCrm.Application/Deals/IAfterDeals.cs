using SalesCrm.Application.Database;

namespace SalesCrm.Application.Deals;

/// <summary>What a higher feature does in the same transaction once deals of some customers were added, changed or taken away.</summary>
internal interface IAfterDeals
{
    /// <summary>Called inside the write transaction, after the customers' figures were saved; what it leaves unsaved goes with the transaction.</summary>
    Task AfterDealsChangedAsync(CrmDbContext db, IReadOnlyCollection<long> customerIds, CancellationToken cancellationToken);
}
