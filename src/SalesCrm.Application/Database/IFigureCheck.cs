namespace SalesCrm.Application.Database;

/// <summary>
/// Computes stored figures of one feature a second time, in the slow and obvious way, and names what differs. Each feature with
/// derived columns registers its own: <c>services.AddScoped&lt;IFigureCheck, CustomerFigureCheck&gt;()</c>. The verb <c>check</c> runs them all.
/// </summary>
public interface IFigureCheck
{
    /// <summary>One English word or two, for the report.</summary>
    string Name { get; }

    /// <summary>One line per difference, by record number and without customer data; empty when all is well.</summary>
    Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken);
}
