using System.Linq.Expressions;
using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Competitors;

/// <summary>How a meeting with a competitor ended.</summary>
public enum MeetingResult
{
    /// <summary>Won or lost.</summary>
    Decided = 1,
    Won = 2,
    Lost = 3,
    Open = 4,

    /// <summary>Lost, and to this competitor.</summary>
    LostToIt = 5,
}

/// <summary>Which meetings with competitors a figure counts, and the list behind it shows.</summary>
/// <param name="CompetitorId">With this one.</param>
/// <param name="Result">Ended so.</param>
/// <param name="Band">Its price was so far from ours.</param>
/// <param name="Province">Where the customer is; empty text for unknown.</param>
/// <param name="IndustryId">The customer's industry; 0 for unknown.</param>
/// <param name="ReasonId">Why it was lost; 0 for unknown.</param>
public sealed record MeetingFilter(
    long? CompetitorId = null, MeetingResult? Result = null, GapBand? Band = null, string? Province = null, long? IndustryId = null, long? ReasonId = null);

internal static class MeetingScope
{
    /// <summary>In which band a meeting is; the borders are constants of the query, on both engines.</summary>
    internal static Expression<Func<Rival, GapBand>> Band { get; } = rival =>
        rival.PriceGap == null ? GapBand.Unknown
        : rival.PriceGap <= -20 ? GapBand.FarBelow
        : rival.PriceGap <= -10 ? GapBand.Below
        : rival.PriceGap <= 0 ? GapBand.SlightlyBelow
        : rival.PriceGap <= 10 ? GapBand.SlightlyAbove
        : GapBand.Above;

    /// <summary>Meetings with competitors on the opportunities that <paramref name="actor"/> may see.</summary>
    internal static IQueryable<Rival> MeetingsOf(this CrmDbContext db, Actor actor, MeetingFilter filter)
    {
        var meetings = db.OpportunitiesOf(actor).Where(row => row.ArchivedAt == null).SelectMany(row => row.Rivals);
        meetings = filter.CompetitorId is { } competitor ? meetings.Where(rival => rival.CompetitorId == competitor) : meetings;
        meetings = filter.Result switch
        {
            MeetingResult.Decided => meetings.Where(rival => rival.Opportunity!.Status != OpportunityStatus.Open),
            MeetingResult.Won => meetings.Where(rival => rival.Opportunity!.Status == OpportunityStatus.Won),
            MeetingResult.Lost => meetings.Where(rival => rival.Opportunity!.Status == OpportunityStatus.Lost),
            MeetingResult.Open => meetings.Where(rival => rival.Opportunity!.Status == OpportunityStatus.Open),
            MeetingResult.LostToIt => meetings.Where(rival => rival.Opportunity!.LostToId == rival.CompetitorId),
            _ => meetings,
        };
        meetings = filter.Band switch
        {
            null => meetings,
            GapBand.Unknown => meetings.Where(rival => rival.PriceGap == null),
            GapBand.FarBelow => meetings.Where(rival => rival.PriceGap <= -20),
            GapBand.Below => meetings.Where(rival => rival.PriceGap > -20 && rival.PriceGap <= -10),
            GapBand.SlightlyBelow => meetings.Where(rival => rival.PriceGap > -10 && rival.PriceGap <= 0),
            GapBand.SlightlyAbove => meetings.Where(rival => rival.PriceGap > 0 && rival.PriceGap <= 10),
            _ => meetings.Where(rival => rival.PriceGap > 10),
        };
        meetings = filter.Province switch
        {
            null => meetings,
            "" => meetings.Where(rival => rival.Opportunity!.Customer!.Province == null || rival.Opportunity.Customer.Province == ""),
            _ => meetings.Where(rival => rival.Opportunity!.Customer!.Province == filter.Province),
        };
        meetings = filter.IndustryId switch
        {
            null => meetings,
            0 => meetings.Where(rival => rival.Opportunity!.Customer!.IndustryId == null),
            _ => meetings.Where(rival => rival.Opportunity!.Customer!.IndustryId == filter.IndustryId),
        };
        return filter.ReasonId switch
        {
            null => meetings,
            0 => meetings.Where(rival => rival.Opportunity!.Status == OpportunityStatus.Lost && rival.Opportunity.LossReasonId == null),
            _ => meetings.Where(rival => rival.Opportunity!.Status == OpportunityStatus.Lost && rival.Opportunity.LossReasonId == filter.ReasonId),
        };
    }
}
