namespace SalesCrm.Application.Database;

/// <summary>
/// A form that was carried out. The form brings its id; sent again (double click, back and re-post) it meets its own row and
/// leads to the record that the first one made. Also proves after a lost connection that a transaction had been committed.
/// </summary>
internal sealed class Submission
{
    public Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public long UserId { get; init; }

    public long ResultId { get; set; }
}
