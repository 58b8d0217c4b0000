using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Leads;

namespace SalesCrm.Application.LeadForms;

/// <summary>What somebody sent through a public form, with what he agreed to. One that looks odd waits in quarantine for a person.</summary>
internal sealed class FormPost
{
    public long Id { get; private set; }
    public long FormId { get; init; }
    public LeadForm? Form { get; private set; }

    /// <summary>Comes signed with the page and is used once.</summary>
    public Guid Key { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
    public PostState State { get; private set; }
    public PostDoubt Doubt { get; init; }
    public required string Company { get; init; }
    public required string Person { get; init; }
    public string? Phone { get; init; }
    public string? PhoneKey { get; init; }
    public string? Email { get; init; }
    public string? Province { get; init; }
    public string? City { get; init; }
    public string? Need { get; init; }

    /// <summary>Which wording, and the words themselves as they stood on the page.</summary>
    public int ConsentRevision { get; init; }
    public required string ConsentText { get; init; }
    public long? LeadId { get; private set; }
    public Lead? Lead { get; private set; }

    public void BecomeLead(Lead lead) => (State, Lead) = (PostState.Lead, lead);

    public void Discard() => State = PostState.Discarded;

    public void Hold() => State = PostState.Quarantined;
}

public enum PostState
{
    Lead = 1,
    Quarantined = 2,
    Discarded = 3,
}

/// <summary>Why a post waits for a person.</summary>
public enum PostDoubt
{
    None = 0,
    Links = 1,
    Markup = 2,
    Formula = 3,

    /// <summary>The same phone or e-mail came through the same form a short while ago.</summary>
    Repeated = 4,
}

internal sealed class FormPostConfiguration : IEntityTypeConfiguration<FormPost>
{
    public void Configure(EntityTypeBuilder<FormPost> post)
    {
        post.ToTable("FormPosts");
        post.Property(p => p.Phone).HasMaxLength(60);
        post.Property(p => p.PhoneKey).HasMaxLength(60);
        post.Property(p => p.Email).HasMaxLength(254);
        post.Property(p => p.Province).HasMaxLength(100);
        post.Property(p => p.City).HasMaxLength(100);
        post.Property(p => p.Need).HasMaxLength(4000);
        post.Property(p => p.ConsentText).HasMaxLength(2000);
        post.HasIndex(p => p.Key).IsUnique();
        post.HasIndex(p => new { p.FormId, p.State, p.Id });
        post.HasIndex(p => new { p.FormId, p.At });
        post.HasIndex(p => p.LeadId);
        post.HasOne(p => p.Form).WithMany().HasForeignKey(p => p.FormId).OnDelete(DeleteBehavior.Restrict);
        post.HasOne(p => p.Lead).WithMany().HasForeignKey(p => p.LeadId).OnDelete(DeleteBehavior.Restrict);
    }
}
