using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Grading;

/// <summary>One change of a customer's grade: old, new, why, by which version of the rule.</summary>
internal sealed class GradeChange
{
    public long Id { get; private set; }
    public long CustomerId { get; init; }
    public Grade? From { get; init; }
    public Grade To { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>In Chinese, for exports and for who reads the table.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason as <see cref="StoredText"/>, for other languages; null where a person wrote it.</summary>
    public string? ReasonParts { get; init; }

    /// <summary>Revision of the policy; null when a person decided.</summary>
    public int? PolicyRevision { get; init; }

    /// <summary>The operation whose doing it was; undone together with it. Null in invented histories.</summary>
    public Guid? OperationId { get; init; }

    public long? ById { get; init; }
    public User? By { get; private set; }
}
