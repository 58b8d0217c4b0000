using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Search;

namespace SalesCrm.Application.Scripts;

/// <summary>A question or a sentence that helps in a talk (话术), shared by everyone who sells.</summary>
internal sealed class Script : IAudited, IVersioned, ISearchable
{
    public long Id { get; private set; }
    public ScriptKind Kind { get; set; }
    public required string Text { get; set; }

    /// <summary>Words by which it is found, parted by spaces.</summary>
    public string? Tags { get; set; }

    /// <summary>Using it asks for a confirmation.</summary>
    public bool IsSensitive { get; set; }

    /// <summary>How often it was used; counted by the database.</summary>
    [NotAudited]
    public int UseCount { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    public DateTime? ArchivedAt { get; set; }
    public Guid Version { get; set; }

    [NotAudited]
    public string SearchKey { get; set; } = "";
    public SearchKind SearchKind => SearchKind.Script;
    public IEnumerable<string?> SearchNames => [Text, Tags];
}

internal sealed class ScriptConfiguration : IEntityTypeConfiguration<Script>
{
    public void Configure(EntityTypeBuilder<Script> script)
    {
        script.ToTable("Scripts");
        script.Property(s => s.Text).HasMaxLength(600);
        script.Property(s => s.SearchKey).HasMaxLength(1200);
        script.Ignore(s => s.SearchKind).Ignore(s => s.SearchNames);
        script.HasIndex(s => new { s.ArchivedAt, s.UseCount, s.Id });
        script.HasIndex(s => new { s.ArchivedAt, s.Kind, s.Id });
    }
}
