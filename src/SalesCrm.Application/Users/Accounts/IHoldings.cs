using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Users.Accounts;

/// <summary>Records that somebody has to look after; an account that holds some is not closed before they were handed over.</summary>
public interface IHoldings
{
    /// <summary>What he holds, as a sentence that says what to do; null when nothing.</summary>
    Task<Text?> FindAsync(long userId, CancellationToken cancellationToken);
}
