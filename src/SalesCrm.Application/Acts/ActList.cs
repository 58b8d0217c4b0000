using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Acts;

/// <summary>What was done to many records at once, the latest first.</summary>
public sealed class ActList(CrmDbContext db)
{
    private static readonly ListOrder<Act, long> Order = new("latest", act => act.Id, act => act.Id);

    /// <param name="Id">The act.</param>
    /// <param name="Kind">What was done.</param>
    /// <param name="About">To what, as a stored sentence.</param>
    /// <param name="Records">How many records it was done to.</param>
    /// <param name="By">Who did it; null for the system.</param>
    /// <param name="At">UTC.</param>
    /// <param name="UndoneAt">UTC; null while it stands.</param>
    /// <param name="Left">Records that were left when it was undone.</param>
    public sealed record ActRow(long Id, ActKind Kind, string About, int Records, string? By, DateTime At, DateTime? UndoneAt, int Left)
    {
        public Text Words => StoredText.Read(About)!.Value;
    }

    public Task<Page<ActRow>> ReadAsync(string? cursor, Actor actor, CancellationToken cancellationToken)
        => Order.ReadAsync(
            db.ActsOf(actor), act => new ActRow(act.Id, act.Kind, act.About, act.Records, act.User!.DisplayName, act.At, act.UndoneAt, act.Left ?? 0),
            new PageRequest("latest", true, cursor, 50), cancellationToken);
}
