namespace SalesCrm.Application.Database;

/// <summary>Work that is done once a day, soon after the company's midnight, on one node only.</summary>
public interface INightlyJob
{
    /// <summary>Does today's work unless it is done or somebody else's; false then.</summary>
    Task<bool> RunIfDueAsync(CancellationToken cancellationToken);
}
