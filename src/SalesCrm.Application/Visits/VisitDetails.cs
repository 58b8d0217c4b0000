using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Visits;

/// <summary>One follow-up for its page, and as a form holds it.</summary>
public sealed class VisitDetails(CrmDbContext db, LastChange changes, CompanyClock clock)
{
    /// <summary>One entry of the log with everything that it says.</summary>
    public sealed record VisitCard(
        long Id, long CustomerId, string Customer, Grade Grade, string? Contact, long? OpportunityId, string? Opportunity,
        DateTime At, VisitMethod Method, bool IsInbound, string? Visitor, string? Topic, string? Feedback, string? Handling, DateOnly? DueOn, string? DueText,
        string? Result, DateOnly? NextOn, string? NextText, bool IsOpen, DateTime CreatedAt, DateTime? ArchivedAt, Guid Version)
    {
        /// <summary>The customer's file is confidential.</summary>
        public bool IsConfidential { get; init; }

        /// <summary>Whether the actor may change it.</summary>
        public bool MayEdit { get; init; }

        /// <summary>Whether the actor may confirm its result.</summary>
        public bool MayConfirm { get; init; }
    }

    /// <summary>Null where the actor may not see it.</summary>
    public async Task<VisitCard?> ReadAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var edited = db.VisitsEditedBy(actor).Select(visit => visit.Id);
        var confirmed = db.VisitsConfirmedBy(actor).Select(visit => visit.Id);
        return await db.VisitsOf(actor).AsNoTracking().Where(v => v.Id == id)
            .Select(v => new VisitCard(
                v.Id, v.CustomerId, v.Customer!.Name, v.Customer.Grade, v.Contact!.Name, v.OpportunityId, v.Opportunity!.Name,
                v.At, v.Method, v.IsInbound, v.Visitor!.DisplayName, v.Topic, v.Feedback, v.Handling, v.DueOn, v.DueText,
                v.Result, v.NextOn, v.NextText, v.OpenDueKey != null, v.CreatedAt, v.ArchivedAt, v.Version)
            {
                IsConfidential = v.Customer.ConfidentialAt != null,
                MayEdit = edited.Contains(v.Id),
                MayConfirm = confirmed.Contains(v.Id),
            }).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The entry as its form holds it, with its customer; null where the actor may not change it.</summary>
    public async Task<(long CustomerId, EditVisit.Input Input)?> FormAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var visit = await db.VisitsEditedBy(actor).AsNoTracking().SingleOrDefaultAsync(v => v.Id == id && v.ArchivedAt == null, cancellationToken);
        return visit is null ? null : (visit.CustomerId, new EditVisit.Input
        {
            Method = visit.Method,
            Feedback = visit.Feedback,
            At = clock.LocalOf(visit.At),
            ContactId = visit.ContactId,
            OpportunityId = visit.OpportunityId,
            IsInbound = visit.IsInbound,
            VisitorId = visit.VisitorId,
            Topic = visit.Topic,
            Handling = visit.Handling,
            DueOn = visit.DueOn,
            Result = visit.Result,
            NextOn = visit.NextOn,
            NextText = visit.NextText,
            Version = visit.Version,
        });
    }

    /// <summary>Who changed it last, for whoever may change it himself.</summary>
    public Task<LastChange.Change> LastChangeAsync(long id, CancellationToken cancellationToken) => changes.FindAsync(nameof(Visit), id, cancellationToken);
}
