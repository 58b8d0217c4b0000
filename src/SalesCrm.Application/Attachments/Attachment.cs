using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Attachments;

/// <summary>A file attached to a customer, to one of its opportunities or to a follow-up. Its content lies in a table of its own, so that lists never load it.</summary>
internal sealed class Attachment : IAudited
{
    public long Id { get; private set; }

    /// <summary>What addresses name it by; cannot be guessed.</summary>
    [NotAudited]
    public Guid Handle { get; init; }

    public long CustomerId { get; init; }
    public Customer? Customer { get; private set; }
    public long? OpportunityId { get; init; }
    public Opportunity? Opportunity { get; private set; }
    public long? VisitId { get; init; }
    public Visit? Visit { get; private set; }

    /// <summary>As shown and as offered for saving; never used as a path.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the content, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
    public long? CreatedById { get; init; }

    /// <summary>UTC; taken away from the file, but kept.</summary>
    public DateTime? ArchivedAt { get; private set; }

    public AttachmentContent? Content { get; init; }

    public void Archive(DateTime now) => ArchivedAt ??= now;
}

/// <summary>The bytes of an attachment.</summary>
internal sealed class AttachmentContent
{
    public long AttachmentId { get; private set; }
    public required byte[] Bytes { get; init; }
}
