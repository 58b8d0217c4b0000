using SalesCrm.Application.Grading;
using SalesCrm.Application.Upgrades;

namespace SalesCrm.Application.MyDay;

/// <summary>Why something is on somebody's agenda.</summary>
public enum AgendaKind
{
    /// <summary>A customer's next step.</summary>
    NextStep = 1,

    /// <summary>A handling measure that waits for its result.</summary>
    Handling = 2,

    /// <summary>The follow-up after a delivery.</summary>
    AfterSales = 3,

    /// <summary>A key date of an opportunity.</summary>
    Milestone = 4,

    /// <summary>A lead's next step.</summary>
    LeadStep = 5,

    /// <summary>A trial whose last day has come; its result is to be written down.</summary>
    TrialEnd = 6,

    /// <summary>A step by which a C customer is to be brought up.</summary>
    Upgrade = 7,
}

/// <summary>One thing to do.</summary>
/// <param name="Id">Of the record behind it: customer, follow-up, task or milestone.</param>
/// <param name="DueOn">Null for a measure without a day.</param>
/// <param name="Who">Whose it is, on a manager's list.</param>
public sealed record AgendaItem(
    AgendaKind Kind, long Id, long CustomerId, string Customer, Grade Grade, string? What, DateOnly? DueOn,
    string? Contact, string? ContactTitle, string? Phone, long? OpportunityId, string? Who)
{
    /// <summary>The customer's file is confidential.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>The lead that it is about instead of a customer.</summary>
    public long? LeadId { get; init; }

    /// <summary>Which step, and of which programme; with the version that a form sends back.</summary>
    public UpgradeTurn? Upgrade { get; init; }

    /// <summary>The number to dial; null when there is none that can be dialled.</summary>
    public string? Dial => Shared.Texts.PhoneKey.Of(Phone)?.Number;
}

/// <summary>A step of an upgrade programme on the agenda.</summary>
public sealed record UpgradeTurn(UpgradeStepKind Step, long ProgrammeId, Guid Version);

/// <summary>How many things are due on a day of this kind.</summary>
public sealed record AgendaCounts(int Today, int Overdue, int ToConfirm, int Week);
