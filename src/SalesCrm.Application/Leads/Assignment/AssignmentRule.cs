using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>Who gets the leads of a region: one person, or the members of a team in turn. Without province and city it takes what no other rule takes.</summary>
internal sealed class AssignmentRule : IAudited, IVersioned
{
    public long Id { get; private set; }
    public string? Province { get; set; }
    public string? City { get; set; }

    /// <summary>Exactly one of team and person is set.</summary>
    public long? TeamId { get; set; }
    public Team? Team { get; private set; }
    public long? UserId { get; set; }
    public User? User { get; private set; }
    public Guid Version { get; set; }
}

internal sealed class AssignmentRuleConfiguration : IEntityTypeConfiguration<AssignmentRule>
{
    public void Configure(EntityTypeBuilder<AssignmentRule> rule)
    {
        rule.ToTable("AssignmentRules");
        rule.Property(r => r.Province).HasMaxLength(100);
        rule.Property(r => r.City).HasMaxLength(100);
        rule.HasOne(r => r.Team).WithMany().HasForeignKey(r => r.TeamId).OnDelete(DeleteBehavior.Restrict);
        rule.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Whose turn it was last in a team.</summary>
internal sealed class LeadTurn
{
    public long TeamId { get; init; }
    public long LastUserId { get; init; }
}

internal sealed class LeadTurnConfiguration : IEntityTypeConfiguration<LeadTurn>
{
    public void Configure(EntityTypeBuilder<LeadTurn> turn)
    {
        turn.ToTable("LeadTurns");
        turn.HasKey(t => t.TeamId);
        turn.Property(t => t.TeamId).ValueGeneratedNever();
        turn.HasOne<Team>().WithMany().HasForeignKey(t => t.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
