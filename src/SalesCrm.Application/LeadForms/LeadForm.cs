using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.LeadForms;

/// <summary>A public form by which strangers become leads (线索表单), one for each source or campaign.</summary>
internal sealed class LeadForm : IAudited, IVersioned, IReference
{
    public long Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>The last part of its address: random, lower-case letters and digits, never changed.</summary>
    [NotAudited]
    public required string Token { get; init; }
    public long SourceId { get; set; }
    public DictionaryEntry? Source { get; private set; }
    public string? Campaign { get; set; }
    public string ConsentText { get; private set; } = "";
    public string ConsentTextEnglish { get; private set; } = "";

    /// <summary>Counts the wordings; a post keeps which one it agreed to.</summary>
    public int ConsentRevision { get; private set; }
    public string ThanksText { get; set; } = "";
    public string ThanksTextEnglish { get; set; } = "";

    /// <summary>Who gets its leads: a team in turn, or one person; by the rules for regions where both are empty.</summary>
    public long? TeamId { get; set; }
    public Team? Team { get; private set; }
    public long? OwnerId { get; set; }
    public User? Owner { get; private set; }
    public bool IsActive { get; set; } = true;
    public Guid Version { get; set; }

    public void Ask(string consent, string english)
    {
        if (ConsentText != consent || ConsentTextEnglish != english)
        {
            (ConsentText, ConsentTextEnglish, ConsentRevision) = (consent, english, ConsentRevision + 1);
        }
    }
}

internal sealed class LeadFormConfiguration : IEntityTypeConfiguration<LeadForm>
{
    public void Configure(EntityTypeBuilder<LeadForm> form)
    {
        form.ToTable("LeadForms");
        form.Property(f => f.Token).HasMaxLength(40);
        form.Property(f => f.ConsentText).HasMaxLength(2000);
        form.Property(f => f.ConsentTextEnglish).HasMaxLength(2000);
        form.Property(f => f.ThanksText).HasMaxLength(1000);
        form.Property(f => f.ThanksTextEnglish).HasMaxLength(1000);
        form.HasIndex(f => f.Token).IsUnique();
        form.HasOne(f => f.Source).WithMany().HasForeignKey(f => f.SourceId).OnDelete(DeleteBehavior.Restrict);
        form.HasOne(f => f.Team).WithMany().HasForeignKey(f => f.TeamId).OnDelete(DeleteBehavior.Restrict);
        form.HasOne(f => f.Owner).WithMany().HasForeignKey(f => f.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
