using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Events;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Timelines;

/// <summary>Everything that happened with a customer, newest first, as far as the reader may see it.</summary>
public sealed class CustomerTimeline(CrmDbContext db, TimelineSources sources)
{
    private const int Size = 30;

    /// <param name="Show">Which kinds; all where empty.</param>
    /// <param name="Q">Text inside follow-ups and events, or part of an opportunity's name.</param>
    /// <param name="After">Where to go on, as an earlier page handed it out.</param>
    /// <param name="Method">Only follow-ups over this channel.</param>
    public sealed record Request(IReadOnlyCollection<TimelineKind>? Show = null, string? Q = null, string? After = null, VisitMethod? Method = null);

    /// <param name="CustomerId">Whose timeline it is.</param>
    /// <param name="MayWork">The reader may log follow-ups.</param>
    /// <param name="Events">Newest first.</param>
    /// <param name="Next">Where the older ones begin; null when there are none.</param>
    public sealed record Timeline(long CustomerId, bool MayWork, IReadOnlyList<TimelineEvent> Events, string? Next);

    /// <summary>Null where the actor may not see the customer.</summary>
    public async Task<Timeline?> ReadAsync(long customerId, Request request, Actor actor, CancellationToken cancellationToken)
    {
        actor = actor.ForOne;
        var (worked, files, specials, surveys) = (db.CustomersWorkedBy(actor), db.AttachmentsOf(actor), db.CustomerEventsOf(actor), db.SurveysOf(actor));
        var file = await db.CustomersOf(actor).AsNoTracking().Where(customer => customer.Id == customerId)
            .Select(customer => new
            {
                Created = new CreatedEvent(
                    customer.Id, customer.CreatedAt, db.Users.Where(user => user.Id == customer.CreatedById).Select(user => user.DisplayName).FirstOrDefault(), customer.Number),
                MayWork = worked.Any(one => one.Id == customer.Id),
                HasFiles = files.Any(one => one.CustomerId == customer.Id),
                HasSpecials = specials.Any(one => one.CustomerId == customer.Id),
                HasSurveys = surveys.Any(one => one.CustomerId == customer.Id),
                HasMoves = db.PoolMoves.Any(one => one.CustomerId == customer.Id),
                HasLeads = db.LeadFollowUps.Any(one => one.Lead!.CustomerId == customer.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (file is null)
        {
            return null;
        }

        // Most customers have nothing of these kinds, which then need not be asked for.
        (TimelineKind Kind, bool IsThere)[] rare =
        [
            (TimelineKind.File, file.HasFiles), (TimelineKind.Special, file.HasSpecials), (TimelineKind.Survey, file.HasSurveys), (TimelineKind.Pool, file.HasMoves), (TimelineKind.Lead, file.HasLeads),
        ];
        var absent = rare.Where(one => !one.IsThere).Select(one => one.Kind);
        var place = TimelinePlace.Read(request.After);
        var query = new TimelineSources.Query(customerId, place, NameKey.Of(request.Q), Size + 1, actor, request.Method);
        var found = new List<TimelineEvent>();
        if (string.IsNullOrWhiteSpace(request.Q) || query.Key.Length > 0)
        {
            foreach (var kind in Enum.GetValues<TimelineKind>().Except(absent).Where(kind => request.Show is not { Count: > 0 } || request.Show.Contains(kind)))
            {
                found.AddRange(kind == TimelineKind.Created ? FirstOf(file.Created, place, query.Key) : await sources.ReadAsync(kind, query, cancellationToken));
            }
        }

        found.Sort((one, other) => (other.At, other.Kind, other.Id).CompareTo((one.At, one.Kind, one.Id)));
        if (found.Count <= Size)
        {
            return new Timeline(customerId, file.MayWork, found, null);
        }

        var last = found[Size - 1];
        return new Timeline(customerId, file.MayWork, found[..Size], new TimelinePlace(last.At, last.Kind, last.Id).ToString());
    }

    private static CreatedEvent[] FirstOf(CreatedEvent created, TimelinePlace place, string key)
        => key.Length == 0 && (created.At < place.At || (created.At == place.At && created.Id < place.TieOf(TimelineKind.Created))) ? [created] : [];
}
