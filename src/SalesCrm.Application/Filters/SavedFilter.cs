using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Filters;

/// <summary>A filter of a list under a name, shown as a tab. It holds what the address asked, never records: whoever opens it sees what he sees anyway.</summary>
internal sealed class SavedFilter : IAudited, IVersioned, IReference
{
    public const int LongestName = 30;
    public const int LongestQuery = 2000;
    public const int LongestDescription = 200;

    public long Id { get; private set; }
    public FieldSubject Subject { get; init; }
    public long OwnerId { get; init; }
    public User? Owner { get; private set; }
    public required string Name { get; set; }
    /// <summary>What it is for, in a line.</summary>
    public string? Description { get; set; }
    public FilterAudience Audience { get; set; }

    /// <summary>The query of the list's address, without the question mark.</summary>
    public required string Query { get; set; }

    /// <summary>Among its owner's.</summary>
    public int Position { get; set; }
    public bool IsArchived { get; set; }
    public Guid Version { get; set; }
}

/// <summary>Who has the tab beside the owner.</summary>
public enum FilterAudience
{
    Own = 1,

    /// <summary>The people below the owner, as they are when they look.</summary>
    Team,
    Everyone,
}

public static class FilterAudienceNames
{
    public static Text Name(this FilterAudience audience) => audience switch
    {
        FilterAudience.Own => "只有我",
        FilterAudience.Team => "我和我的团队",
        _ => "全公司",
    };

    /// <summary>Whom this role may share with.</summary>
    public static IReadOnlyList<FilterAudience> Of(Role role) => role switch
    {
        Role.Manager => [FilterAudience.Own, FilterAudience.Team],
        Role.Admin => [FilterAudience.Own, FilterAudience.Everyone],
        _ => [FilterAudience.Own],
    };
}

internal sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> filter)
    {
        filter.ToTable("SavedFilters");
        filter.Property(f => f.Name).HasMaxLength(SavedFilter.LongestName);
        filter.Property(f => f.Description).HasMaxLength(SavedFilter.LongestDescription);
        filter.Property(f => f.Query).HasMaxLength(SavedFilter.LongestQuery);
        filter.HasIndex(f => new { f.OwnerId, f.IsArchived, f.Position });
        filter.HasIndex(f => new { f.Audience, f.IsArchived });
        filter.HasOne(f => f.Owner).WithMany().HasForeignKey(f => f.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
