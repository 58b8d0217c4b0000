using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Upgrades;

/// <summary>A C customer who is to become A or B (客户挖掘), in five dated steps. Whoever looks after the customer works on it.</summary>
internal sealed class UpgradeProgramme : IAudited, IVersioned
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public Customer? Customer { get; private set; }
    public DateOnly StartedOn { get; init; }
    public long? StartedById { get; init; }
    public User? StartedBy { get; private set; }
    public UpgradeState State { get; private set; } = UpgradeState.Open;

    /// <summary>UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>The grade that it led to.</summary>
    public Grade? Reached { get; private set; }

    /// <summary>Who looked after the customer when his grade rose.</summary>
    public long? CreditedToId { get; private set; }
    public User? CreditedTo { get; private set; }

    /// <summary>Why it was given up.</summary>
    public string? StopReason { get; private set; }
    public Guid Version { get; set; }

    public ICollection<UpgradeStep> Steps { get; } = [];

    /// <summary>Why a merge ends one of two programmes; a sentence, which <see cref="Words"/> says in the reader's language.</summary>
    public const string United = "两份客户档案合并，保留进度更靠前的升级计划";

    /// <summary>Why a programme ends whose customer got his old grade back without having risen.</summary>
    public const string Regained = "撤销后客户恢复了原来的等级";

    /// <summary>A reason for giving up as it is shown.</summary>
    public static Text? Words(string? reason) => reason switch
    {
        null => default(Text?),
        United => new Text("两份客户档案合并，保留进度更靠前的升级计划"),
        Regained => new Text("撤销后客户恢复了原来的等级"),
        _ => new Text("{0}", reason),
    };

    public void Succeed(Grade reached, long? creditedToId, DateTime at)
        => (State, Reached, CreditedToId, ClosedAt) = (UpgradeState.Succeeded, reached, creditedToId, at);

    /// <summary>Its success was an error.</summary>
    public void Reopen() => (State, Reached, CreditedToId, ClosedAt) = (UpgradeState.Open, null, null, null);

    public void Stop(string reason, DateTime at) => (State, StopReason, ClosedAt) = (UpgradeState.Stopped, reason, at);
}

/// <summary>One of the five steps, in the customer's file as the programme is.</summary>
internal sealed class UpgradeStep : IAudited, IVersioned
{
    public long Id { get; private set; }
    public long ProgrammeId { get; private set; }
    public UpgradeProgramme? Programme { get; private set; }
    public long CustomerId { get; init; }
    public Customer? Customer { get; private set; }
    public UpgradeStepKind Step { get; init; }
    public DateOnly DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? Note { get; set; }
    public Guid Version { get; set; }
}

internal sealed class UpgradeProgrammeConfiguration : IEntityTypeConfiguration<UpgradeProgramme>
{
    public void Configure(EntityTypeBuilder<UpgradeProgramme> programme)
    {
        programme.ToTable("UpgradeProgrammes");
        programme.Property(p => p.StopReason).HasMaxLength(500);
        programme.HasIndex(p => new { p.CustomerId, p.State });
        programme.HasIndex(p => new { p.State, p.Id, p.CustomerId, p.CreditedToId });
        programme.HasOne(p => p.Customer).WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict);
        programme.HasOne(p => p.StartedBy).WithMany().HasForeignKey(p => p.StartedById).OnDelete(DeleteBehavior.Restrict);
        programme.HasOne(p => p.CreditedTo).WithMany().HasForeignKey(p => p.CreditedToId).OnDelete(DeleteBehavior.Restrict);
        programme.HasMany(p => p.Steps).WithOne(s => s.Programme).HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UpgradeStepConfiguration : IEntityTypeConfiguration<UpgradeStep>
{
    public void Configure(EntityTypeBuilder<UpgradeStep> step)
    {
        step.ToTable("UpgradeSteps");
        step.Property(s => s.Note).HasMaxLength(1000);
        step.HasIndex(s => new { s.ProgrammeId, s.Step }).IsUnique();
        step.HasIndex(s => s.CustomerId);
        step.HasIndex(s => new { s.DueOn, s.Id }).HasFilter("[DoneOn] IS NULL").HasDatabaseName("IX_UpgradeSteps_Open");
        step.HasOne(s => s.Customer).WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Restrict);
    }
}
