using SalesCrm.Application.Database;

namespace SalesCrm.Application.Competitors;

/// <summary>A dated move of a competitor (动态), with where it is known from and who wrote it down.</summary>
internal sealed class CompetitorNote : IAudited, IVersioned
{
    public long Id { get; private set; }
    public long CompetitorId { get; init; }
    public DateOnly On { get; set; }
    public NoteKind Kind { get; set; }
    public required string Text { get; set; }
    public required string Source { get; set; }

    /// <summary>A link, or words that show it.</summary>
    public string? Evidence { get; set; }

    /// <summary>The opportunity that it speaks of; only who sees that one sees this.</summary>
    public long? OpportunityId { get; set; }

    public long AuthorId { get; init; }
    public DateTime? ArchivedAt { get; set; }
    public Guid Version { get; set; }
}
