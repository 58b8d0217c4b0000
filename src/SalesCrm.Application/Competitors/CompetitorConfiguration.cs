using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Competitors;

internal sealed class CompetitorConfiguration : IEntityTypeConfiguration<Competitor>
{
    public void Configure(EntityTypeBuilder<Competitor> competitor)
    {
        competitor.ToTable("Competitors");
        competitor.Property(c => c.SearchKey).HasMaxLength(900);
        competitor.Ignore(c => c.SearchKind).Ignore(c => c.SearchNames);
        competitor.Property(c => c.Products).HasMaxLength(2000);
        competitor.Property(c => c.Strengths).HasMaxLength(2000);
        competitor.Property(c => c.Weaknesses).HasMaxLength(2000);
        competitor.Property(c => c.Strategy).HasMaxLength(2000);
        competitor.Property(c => c.CounterStrategy).HasMaxLength(4000);
        competitor.Property(c => c.Website).HasMaxLength(400);
        competitor.HasIndex(c => c.NameKey).IsUnique();
        competitor.HasMany(c => c.Notes).WithOne().HasForeignKey(n => n.CompetitorId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CompetitorNoteConfiguration : IEntityTypeConfiguration<CompetitorNote>
{
    public void Configure(EntityTypeBuilder<CompetitorNote> note)
    {
        note.ToTable("CompetitorNotes");
        note.Property(n => n.Text).HasMaxLength(2000);
        note.Property(n => n.Source).HasMaxLength(400);
        note.HasIndex(n => new { n.CompetitorId, n.On });
        note.HasOne<User>().WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}
