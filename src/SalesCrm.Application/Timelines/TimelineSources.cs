using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Customers.Events;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Timelines;

/// <summary>Where a timeline's entries come from: one command for each kind, only so many as fit on the page, from the newest on.</summary>
public sealed class TimelineSources(CrmDbContext db, CompanyClock clock)
{
    /// <summary>A customer has few events; searched text is compared here, because they keep no key.</summary>
    private const int MostEvents = 500;

    /// <summary>UTF-16 units of a feedback that a timeline shows.</summary>
    private const int Glance = 1000;

    /// <param name="Key">What is searched for, levelled; empty for everything.</param>
    internal sealed record Query(long CustomerId, TimelinePlace Place, string Key, int Take, Actor Actor, VisitMethod? Method = null);

    internal async Task<IReadOnlyList<TimelineEvent>> ReadAsync(TimelineKind kind, Query query, CancellationToken cancellationToken) => kind switch
    {
        TimelineKind.Visit => await VisitsAsync(query, cancellationToken),
        TimelineKind.Stage => await StagesAsync(query, cancellationToken),
        TimelineKind.Deal => await DealsAsync(query, cancellationToken),
        TimelineKind.Grade when query.Key.Length == 0 => await GradesAsync(query, cancellationToken),
        TimelineKind.Pool when query.Key.Length == 0 => await PoolAsync(query, cancellationToken),
        TimelineKind.File => await FilesAsync(query, cancellationToken),
        TimelineKind.Special => await SpecialsAsync(query, cancellationToken),
        TimelineKind.Survey => await SurveysAsync(query, cancellationToken),
        TimelineKind.Lead => await LeadsAsync(query, cancellationToken),
        _ => [],
    };

    private async Task<IReadOnlyList<TimelineEvent>> VisitsAsync(Query query, CancellationToken cancellationToken)
    {
        var (at, tie, method) = (query.Place.At, query.Place.TieOf(TimelineKind.Visit), query.Method);
        IReadOnlyList<string> keys = query.Key.Length == 0 ? [] : (await TextTerms.OfAsync(db, query.Key, cancellationToken)).Keys;
        var visits = db.VisitsOf(query.Actor).AsNoTracking()
            .Where(v => v.CustomerId == query.CustomerId && v.ArchivedAt == null && (v.At < at || (v.At == at && v.Id < tie)))
            .Where(v => method == null || v.Method == method);
        visits = keys.Count == 0 ? visits : visits.Where(v => keys.Any(key => v.SearchText.Contains(key)));
        return await visits.OrderByDescending(v => v.At).ThenByDescending(v => v.Id).Take(query.Take)
            .Select(v => new VisitEvent(
                v.Id, v.At, v.Visitor!.DisplayName, v.Method, v.IsInbound, v.Contact!.Name, v.Topic, v.Feedback!.Substring(0, Glance), v.Handling, v.DueOn,
                v.Result, v.NextOn, v.NextText, v.OpenDueKey != null, v.Opportunity!.Name))
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<TimelineEvent>> StagesAsync(Query query, CancellationToken cancellationToken)
    {
        var (at, tie, key) = (query.Place.At, query.Place.TieOf(TimelineKind.Stage), query.Key);
        var english = Translations.Current == Translations.English;
        return await db.OpportunitiesOf(query.Actor).AsNoTracking()
            .Where(o => o.CustomerId == query.CustomerId && o.ArchivedAt == null && (key == "" || o.SearchKey.Contains(key)))
            .SelectMany(o => o.StageChanges.Where(c => c.From != c.To && (c.At < at || (c.At == at && c.Id < tie))), (o, c) => new { o, c })
            .OrderByDescending(row => row.c.At).ThenByDescending(row => row.c.Id).Take(query.Take)
            .Select(row => new StageEvent(
                row.c.Id, row.c.At, row.c.By!.DisplayName, row.o.Id, row.o.Name,
                db.Stages.Where(stage => stage.Code == row.c.From).Select(stage => english && stage.EnglishName != null ? stage.EnglishName : stage.Name).FirstOrDefault(),
                db.Stages.Where(stage => stage.Code == row.c.To).Select(stage => english && stage.EnglishName != null ? stage.EnglishName : stage.Name).FirstOrDefault(),
                row.c.To == StageCode.Won, row.c.To == StageCode.Lost, row.c.SecondsSpent, row.c.Reason))
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<TimelineEvent>> DealsAsync(Query query, CancellationToken cancellationToken)
    {
        var (day, tie, key) = (LastDay(query.Place), DayTie(query.Place, TimelineKind.Deal), query.Key);
        var rows = await db.DealsOf(query.Actor).AsNoTracking()
            .Where(d => d.CustomerId == query.CustomerId && d.ArchivedAt == null && (d.On < day || (d.On == day && d.Id < tie)))
            .Where(d => key == "" || d.Opportunity!.SearchKey.Contains(key))
            .OrderByDescending(d => d.On).ThenByDescending(d => d.Id).Take(query.Take)
            .Select(d => new { d.Id, d.On, Who = d.Owner!.DisplayName, What = d.Opportunity!.Name ?? d.Product!.Name ?? d.Number, d.Amount, d.DeliveryOn })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(d => new DealEvent(d.Id, clock.StartOf(d.On), d.Who, d.On, d.What, d.Amount, d.DeliveryOn));
    }

    private async Task<IReadOnlyList<TimelineEvent>> GradesAsync(Query query, CancellationToken cancellationToken)
    {
        var (at, tie) = (query.Place.At, query.Place.TieOf(TimelineKind.Grade));
        var rows = await db.GradeChanges.AsNoTracking()
            .Where(c => c.CustomerId == query.CustomerId && (c.At < at || (c.At == at && c.Id < tie)))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(query.Take)
            .Select(c => new { c.Id, c.At, Who = c.By!.DisplayName, c.From, c.To, c.Reason, c.ReasonParts, c.PolicyRevision })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(c => new GradeEvent(c.Id, c.At, c.Who, c.From, c.To, StoredText.Read(c.ReasonParts) ?? new Text("{0}", c.Reason), c.PolicyRevision));
    }

    private async Task<IReadOnlyList<TimelineEvent>> PoolAsync(Query query, CancellationToken cancellationToken)
    {
        var (at, tie) = (query.Place.At, query.Place.TieOf(TimelineKind.Pool));
        var whole = db.CustomersWhollySeenBy(query.Actor);
        var rows = await db.PoolMoves.AsNoTracking()
            .Where(m => m.CustomerId == query.CustomerId && whole.Any(customer => customer.Id == m.CustomerId) && (m.At < at || (m.At == at && m.Id < tie)))
            .OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(query.Take)
            .Select(m => new { m.Id, m.At, Who = m.By!.DisplayName, m.Kind, From = m.From!.DisplayName, To = m.To!.DisplayName, m.Rule, m.Reason })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(m => new PoolEvent(m.Id, m.At, m.Who, m.Kind, m.From, m.To, StoredText.Read(m.Rule), m.Reason));
    }

    private async Task<IReadOnlyList<TimelineEvent>> FilesAsync(Query query, CancellationToken cancellationToken)
    {
        var (at, tie) = (query.Place.At, query.Place.TieOf(TimelineKind.File));
        var rows = await db.AttachmentsOf(query.Actor).AsNoTracking()
            .Where(f => f.CustomerId == query.CustomerId && (f.At < at || (f.At == at && f.Id < tie)))
            .OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Take(query.Key.Length == 0 ? query.Take : MostEvents)
            .Select(f => new FileEvent(f.Id, f.At, db.Users.Where(user => user.Id == f.CreatedById).Select(user => user.DisplayName).FirstOrDefault(), f.Handle, f.Name, f.Size))
            .ToListAsync(cancellationToken);
        return [.. rows.Where(f => query.Key.Length == 0 || NameKey.Of(f.Name).Contains(query.Key, StringComparison.Ordinal)).Take(query.Take)];
    }

    private async Task<IReadOnlyList<TimelineEvent>> SpecialsAsync(Query query, CancellationToken cancellationToken)
    {
        var (day, tie) = (LastDay(query.Place), DayTie(query.Place, TimelineKind.Special));
        var rows = await db.CustomerEventsOf(query.Actor).AsNoTracking()
            .Where(e => e.CustomerId == query.CustomerId && (e.On < day || (e.On == day && e.Id < tie)))
            .OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(query.Key.Length == 0 ? query.Take : MostEvents)
            .Select(e => new { e.Id, e.On, e.Text, Who = db.Users.Where(user => user.Id == e.CreatedById).Select(user => user.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return rows.Where(e => query.Key.Length == 0 || Snippet.Of(e.Text, query.Key) is not null).Take(query.Take)
            .Select(e => new SpecialEvent(e.Id, clock.StartOf(e.On), e.Who, e.On, e.Text)).ToList();
    }

    private async Task<IReadOnlyList<TimelineEvent>> SurveysAsync(Query query, CancellationToken cancellationToken)
    {
        var (day, tie) = (LastDay(query.Place), DayTie(query.Place, TimelineKind.Survey));
        var rows = await db.SurveysOf(query.Actor).AsNoTracking()
            .Where(a => a.CustomerId == query.CustomerId && (a.AnsweredOn < day || (a.AnsweredOn == day && a.Id < tie)))
            .OrderByDescending(a => a.AnsweredOn).ThenByDescending(a => a.Id).Take(query.Key.Length == 0 ? query.Take : MostEvents)
            .Select(SurveyList.Row).ToListAsync(cancellationToken);
        return rows.Where(a => query.Key.Length == 0 || NameKey.Of(a.Remark).Contains(query.Key, StringComparison.Ordinal)).Take(query.Take)
            .Select(a => new SurveyEvent(a.Id, clock.StartOf(a.AnsweredOn), a.RecordedBy, a.AnsweredOn, a.Round, a.Contact, a.ServiceScore, a.ProductScore, a.CooperationScore, a.Score, a.Remark)).ToList();
    }

    /// <summary>Whoever sees the customer sees what led to it; a lead's log is short and is searched here.</summary>
    private async Task<IReadOnlyList<TimelineEvent>> LeadsAsync(Query query, CancellationToken cancellationToken)
    {
        var (at, tie) = (query.Place.At, query.Place.TieOf(TimelineKind.Lead));
        var rows = await db.LeadFollowUps.AsNoTracking()
            .Where(e => e.Lead!.CustomerId == query.CustomerId && (e.At < at || (e.At == at && e.Id < tie)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(query.Key.Length == 0 ? query.Take : MostEvents)
            .Select(e => new LeadEvent(e.Id, e.At, e.By!.DisplayName, e.Method, e.Lead!.Person, e.Feedback, e.NextOn, e.NextText, e.LeadId)).ToListAsync(cancellationToken);
        return rows.Where(e => query.Key.Length == 0 || NameKey.Of(e.Feedback).Contains(query.Key, StringComparison.Ordinal)).Take(query.Take).ToList<TimelineEvent>();
    }

    /// <summary>The last day that may still lie before the place.</summary>
    private DateOnly LastDay(TimelinePlace place) => place == TimelinePlace.Newest ? DateOnly.MaxValue : clock.DateOf(place.At);

    /// <summary>An entry with a day only stands at that day's beginning: the place is behind it, or right at it.</summary>
    private long DayTie(TimelinePlace place, TimelineKind kind)
        => place == TimelinePlace.Newest || clock.StartOf(LastDay(place)) < place.At ? long.MaxValue : place.TieOf(kind);
}
