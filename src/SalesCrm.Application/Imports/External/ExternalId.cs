using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Imports.External;

/// <summary>What a record was called in the system that it was moved from; by it files find the record again and refer to it.</summary>
internal sealed class ExternalId : IAudited, IBelonging
{
    public const int Longest = 100;

    public long Id { get; private set; }

    /// <summary>The other system, as the profile names it; empty where there is only one.</summary>
    public required string System { get; init; }

    public ExternalSubject Subject { get; init; }

    /// <summary>The id there.</summary>
    public required string Code { get; init; }

    /// <summary>The id here, in the table of the subject.</summary>
    public long RecordId { get; init; }

    public (string Subject, long Id) BelongsTo => (Subject switch
    {
        ExternalSubject.Event => nameof(CustomerEvent),
        ExternalSubject.LeadPlan => nameof(Leads.Lead),
        ExternalSubject.CustomerNumber => nameof(ExternalSubject.Customer),
        ExternalSubject.OpportunityNumber => nameof(ExternalSubject.Opportunity),
        ExternalSubject.DealNumber => nameof(ExternalSubject.Deal),
        _ => Subject.ToString(),
    }, RecordId);
}

/// <summary>What an external id is of.</summary>
internal enum ExternalSubject
{
    Customer = 1,
    Contact = 2,
    Lead = 3,
    Opportunity = 4,
    Visit = 5,
    Deal = 6,
    User = 7,

    /// <summary>A special event of a customer: a case, or an act that is planned.</summary>
    Event = 8,

    /// <summary>A planned act that became a lead's next follow-up.</summary>
    LeadPlan = 9,

    /// <summary>What one person's files call a customer whose number here is another one, see <see cref="TakenNumbers"/>; the system is the person's id.</summary>
    CustomerNumber = 10,
    OpportunityNumber = 11,
    DealNumber = 12,
}

internal sealed class ExternalIdConfiguration : IEntityTypeConfiguration<ExternalId>
{
    public void Configure(EntityTypeBuilder<ExternalId> external)
    {
        external.ToTable("ExternalIds");
        external.Ignore(e => e.BelongsTo);
        external.Property(e => e.System).HasMaxLength(40);
        external.Property(e => e.Code).HasMaxLength(ExternalId.Longest);
        external.HasIndex(e => new { e.System, e.Code, e.Subject }).IsUnique();
        external.HasIndex(e => new { e.Subject, e.RecordId });
    }
}
