using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Opportunities;

/// <summary>How the company runs one step of its pipeline: its name, chance of winning, and what must be there to leave it.</summary>
internal sealed class Stage : IAudited, IVersioned, IReference
{
    public long Id { get; private set; }
    public StageCode Code { get; init; }
    public required string Name { get; set; }
    public string? EnglishName { get; set; }

    /// <summary>1 for the first step.</summary>
    public int Position { get; set; }

    /// <summary>Percent, 0–100.</summary>
    public int Probability { get; set; }

    /// <summary>Days after which a card in this step counts as stalled; null never.</summary>
    public int? ExpectedDays { get; set; }

    public bool NeedsScore { get; set; }
    public bool NeedsSource { get; set; }
    public bool NeedsNeed { get; set; }
    public bool NeedsContactWithFeedback { get; set; }
    public bool NeedsAmount { get; set; }
    public bool NeedsPaymentTerms { get; set; }
    public bool NeedsDeliveryDate { get; set; }

    public Guid Version { get; set; }

    /// <summary>The day by which an opportunity that enters on <paramref name="day"/> should have left.</summary>
    public DateOnly? DueFrom(DateOnly day) => ExpectedDays is { } days ? day.AddDays(days) : null;
}

internal sealed class StageConfiguration : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> stage)
    {
        stage.ToTable("Stages");
        stage.Property(s => s.Name).HasMaxLength(100);
        stage.Property(s => s.EnglishName).HasMaxLength(100);
        stage.HasIndex(s => s.Code).IsUnique();
    }
}
