using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesCrm.Application.Users.Teams;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.ToTable("Teams");
        team.Property(t => t.Name).HasMaxLength(100);
        team.HasIndex(t => new { t.ParentId, t.Name }).IsUnique();
        team.HasOne(t => t.Parent).WithMany().HasForeignKey(t => t.ParentId).OnDelete(DeleteBehavior.Restrict);
        team.HasOne<User>().WithMany().HasForeignKey(t => t.LeaderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReachConfiguration : IEntityTypeConfiguration<Reach>
{
    public void Configure(EntityTypeBuilder<Reach> reach)
    {
        reach.ToTable("Reaches");
        reach.HasKey(r => new { r.ActorId, r.UserId });
        reach.HasOne<User>().WithMany().HasForeignKey(r => r.ActorId).OnDelete(DeleteBehavior.Cascade);
        reach.HasOne<User>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
