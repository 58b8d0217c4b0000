using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Visits;

/// <summary>What recording and editing a follow-up share: filling in, and the facts that only the database knows.</summary>
internal static class VisitFile
{
    /// <summary>Puts a validated input into the log.</summary>
    internal static void Fill(Visit visit, VisitInput input, CompanyClock clock)
    {
        if (input.At is { } at)
        {
            visit.At = clock.UtcOf(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
        }

        var next = input.Next(clock);
        visit.On = clock.DateOf(visit.At);
        (visit.Method, visit.IsInbound) = (input.Method!.Value, input.IsInbound);
        (visit.ContactId, visit.OpportunityId) = (input.ContactId, input.OpportunityId);
        (visit.Topic, visit.Feedback) = (CleanText.Line(input.Topic), CleanText.Lines(input.Feedback));
        (visit.Handling, visit.Result) = (CleanText.Lines(input.Handling), CleanText.Lines(input.Result));
        visit.DueText = input.DueOn == visit.DueOn ? visit.DueText : null;
        visit.DueOn = input.DueOn;
        (visit.NextOn, visit.NextText) = (next?.On, next?.Text);
        visit.DeriveKeys();
    }

    /// <summary>Choices that are not there, or not this actor's to make. What the log already has stays allowed.</summary>
    internal static async Task<IReadOnlyList<Problem>> ProblemsAsync(CrmDbContext db, long customerId, VisitInput input, Visit? before, Actor actor, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (input.ContactId is { } contact && contact != before?.ContactId
            && !await db.Contacts.AnyAsync(c => c.Id == contact && c.CustomerId == customerId && c.ArchivedAt == null, cancellationToken))
        {
            problems.Add(new(nameof(input.ContactId), (Text)"这位联系人不属于该客户，请重新选择"));
        }

        if (input.OpportunityId is { } opportunity && opportunity != before?.OpportunityId
            && !await db.OpportunitiesOf(actor).AnyAsync(o => o.Id == opportunity && o.CustomerId == customerId, cancellationToken))
        {
            problems.Add(new(nameof(input.OpportunityId), (Text)"这个商机不属于该客户，请重新选择"));
        }

        if (input.VisitorId is { } visitor && visitor != before?.VisitorId && visitor != actor.UserId
            && !await db.UsersOf(actor).AnyAsync(user => user.Id == visitor && user.IsActive, cancellationToken))
        {
            problems.Add(new(nameof(input.VisitorId), (Text)"只能选择自己或所管团队的人"));
        }

        return problems;
    }
}
