using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Opportunities;
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
        competitor.Property(c => c.Answers).HasMaxLength(4000);
        competitor.Property(c => c.Traps).HasMaxLength(2000);
        competitor.Property(c => c.Proof).HasMaxLength(2000);
        competitor.Property(c => c.Website).HasMaxLength(400);
        competitor.HasIndex(c => c.NameKey).IsUnique();
        competitor.HasMany(c => c.Notes).WithOne().HasForeignKey(n => n.CompetitorId).OnDelete(DeleteBehavior.Cascade);
        competitor.HasMany(c => c.Offers).WithOne().HasForeignKey(p => p.CompetitorId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CompetitorProductConfiguration : IEntityTypeConfiguration<CompetitorProduct>
{
    public void Configure(EntityTypeBuilder<CompetitorProduct> product)
    {
        product.ToTable("CompetitorProducts");
        product.Property(p => p.Note).HasMaxLength(500);
        product.HasIndex(p => new { p.CompetitorId, p.Name }).IsUnique();
    }
}

internal sealed class CompetitorNoteConfiguration : IEntityTypeConfiguration<CompetitorNote>
{
    public void Configure(EntityTypeBuilder<CompetitorNote> note)
    {
        note.ToTable("CompetitorNotes");
        note.Property(n => n.Text).HasMaxLength(2000);
        note.Property(n => n.Source).HasMaxLength(400);
        note.Property(n => n.Evidence).HasMaxLength(1000);
        note.HasIndex(n => new { n.CompetitorId, n.On });
        note.HasIndex(n => n.OpportunityId);
        note.HasOne<Opportunity>().WithMany().HasForeignKey(n => n.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<User>().WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}
