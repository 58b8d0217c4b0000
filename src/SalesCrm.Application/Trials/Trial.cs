using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Trials;

/// <summary>A product tried for some days (免费试用) by a lead or a customer. What became of it has to be written down at its end.</summary>
internal sealed class Trial : IAudited, IVersioned
{
    public long Id { get; private set; }

    /// <summary>Exactly one of lead and customer is set. A converted lead's trial belongs to the customer it became.</summary>
    public long? LeadId { get; init; }
    public Lead? Lead { get; private set; }
    public long? CustomerId { get; init; }
    public Customer? Customer { get; private set; }
    public required string What { get; set; }
    public DateOnly StartOn { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly EndOn { get; set; }
    public TrialResult? Result { get; private set; }
    public string? ResultNote { get; private set; }
    public DateOnly? ResultOn { get; private set; }

    /// <summary>Who gave it; the task at the end goes to whoever looks after the lead or customer then, and to him when nobody does.</summary>
    public long? GivenById { get; init; }
    public User? GivenBy { get; private set; }
    public Guid Version { get; set; }

    public void Finish(TrialResult result, string? note, DateOnly on) => (Result, ResultNote, ResultOn) = (result, note, on);
}

/// <summary>What became of a trial.</summary>
public enum TrialResult
{
    Converted = 1,
    Declined = 2,

    /// <summary>Nobody could be reached, or it was never begun.</summary>
    Unused = 3,
}

public static class TrialResultNames
{
    public static Text Name(this TrialResult result) => result switch
    {
        TrialResult.Converted => "决定购买",
        TrialResult.Declined => "不购买",
        _ => "没有使用",
    };
}

internal sealed class TrialConfiguration : IEntityTypeConfiguration<Trial>
{
    public void Configure(EntityTypeBuilder<Trial> trial)
    {
        trial.ToTable("Trials");
        trial.Property(t => t.ResultNote).HasMaxLength(1000);
        trial.HasIndex(t => new { t.Result, t.EndOn, t.Id });
        trial.HasIndex(t => new { t.EndOn, t.Id });
        trial.HasIndex(t => t.LeadId);
        trial.HasIndex(t => t.CustomerId);
        trial.HasOne(t => t.Lead).WithMany().HasForeignKey(t => t.LeadId).OnDelete(DeleteBehavior.Restrict);
        trial.HasOne(t => t.Customer).WithMany().HasForeignKey(t => t.CustomerId).OnDelete(DeleteBehavior.Restrict);
        trial.HasOne(t => t.GivenBy).WithMany().HasForeignKey(t => t.GivenById).OnDelete(DeleteBehavior.Restrict);
    }
}
