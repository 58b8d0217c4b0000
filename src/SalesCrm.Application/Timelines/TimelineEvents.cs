using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Timelines;

/// <summary>What happened with a customer; the order decides between two of the same instant, the later one is newer.</summary>
public enum TimelineKind
{
    Created = 1,
    Special = 2,
    Grade = 3,
    Deal = 4,
    Stage = 5,
    Visit = 6,

    /// <summary>A contact from the time when the customer was a lead.</summary>
    Lead = 7,

    /// <summary>The customer fell into the public pool, or somebody took him out of it.</summary>
    Pool = 8,

    /// <summary>A file was attached.</summary>
    File = 9,

    /// <summary>The customer answered a satisfaction survey.</summary>
    Survey = 10,
}

/// <summary>One entry of a timeline.</summary>
/// <param name="Id">Of the record behind it.</param>
/// <param name="At">UTC; the day's beginning for what has a day only.</param>
/// <param name="Who">Who did it, where that is known.</param>
public abstract record TimelineEvent(TimelineKind Kind, long Id, DateTime At, string? Who);

/// <summary>A follow-up.</summary>
public sealed record VisitEvent(
    long Id, DateTime At, string? Who, VisitMethod Method, bool IsInbound, string? Contact, string? Topic, string? Feedback, string? Handling, DateOnly? DueOn,
    string? Result, DateOnly? NextOn, string? NextText, bool IsOpen, string? Opportunity) : TimelineEvent(TimelineKind.Visit, Id, At, Who);

/// <summary>An opportunity went from one step to another. Names of the steps as the admin calls them.</summary>
/// <param name="SecondsSpent">In the step that it left.</param>
public sealed record StageEvent(
    long Id, DateTime At, string? Who, long OpportunityId, string Opportunity, string? From, string? To, bool Won, bool Lost, long SecondsSpent, string? Reason)
    : TimelineEvent(TimelineKind.Stage, Id, At, Who)
{
    /// <summary>Whole days in the step that it left.</summary>
    public long DaysSpent => SecondsSpent / 86_400;
}

/// <summary>A sale. Amount in yuan.</summary>
public sealed record DealEvent(long Id, DateTime At, string? Who, DateOnly On, string? What, decimal Amount, DateOnly? DeliveryOn) : TimelineEvent(TimelineKind.Deal, Id, At, Who);

/// <summary>A file was attached.</summary>
public sealed record FileEvent(long Id, DateTime At, string? Who, Guid Handle, string Name, long Size) : TimelineEvent(TimelineKind.File, Id, At, Who);

/// <summary>The customer answered a satisfaction survey, one to five points for each dimension.</summary>
public sealed record SurveyEvent(long Id, DateTime At, string? Who, DateOnly On, string Round, string? Contact, int ServiceScore, int ProductScore, int CooperationScore, decimal Score, string? Remark)
    : TimelineEvent(TimelineKind.Survey, Id, At, Who);

/// <summary>The grade changed.</summary>
public sealed record GradeEvent(long Id, DateTime At, string? Who, Grade? From, Grade To, Text Reason, int? PolicyRevision) : TimelineEvent(TimelineKind.Grade, Id, At, Who);

/// <summary>A contact with the lead that became this customer.</summary>
public sealed record LeadEvent(long Id, DateTime At, string? Who, VisitMethod Method, string? Person, string Feedback, DateOnly? NextOn, string? NextText, long LeadId)
    : TimelineEvent(TimelineKind.Lead, Id, At, Who);

/// <summary>A dated event worth remembering.</summary>
public sealed record SpecialEvent(long Id, DateTime At, string? Who, DateOnly On, string Text) : TimelineEvent(TimelineKind.Special, Id, At, Who);

/// <summary>The customer went into the public pool or out of it.</summary>
/// <param name="From">Whose he had been.</param>
/// <param name="To">Whose he is now.</param>
/// <param name="Rule">The rule by which he fell.</param>
public sealed record PoolEvent(long Id, DateTime At, string? Who, PoolMoveKind Move, string? From, string? To, Text? Rule, string? Reason) : TimelineEvent(TimelineKind.Pool, Id, At, Who);

/// <summary>The file was opened.</summary>
public sealed record CreatedEvent(long Id, DateTime At, string? Who, string Number) : TimelineEvent(TimelineKind.Created, Id, At, Who);
