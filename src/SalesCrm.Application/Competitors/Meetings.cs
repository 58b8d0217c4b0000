using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;

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

/// <summary>One meeting as figures see it.</summary>
internal sealed class MeetingFacts
{
    public long CompetitorId { get; init; }
    public required string Competitor { get; init; }
    public GapBand Band { get; init; }

    /// <summary>Empty for unknown.</summary>
    public required string Province { get; init; }
    public long? IndustryId { get; init; }
    public string? Industry { get; init; }
    public string? IndustryEnglish { get; init; }
    public OpportunityStatus Status { get; init; }
    public bool IsLostToIt { get; init; }
}

internal static class MeetingScope
{
    /// <summary>What figures about meetings group by and count; the borders of the bands are constants of the query, on both engines.</summary>
    internal static IQueryable<MeetingFacts> Facts(this IQueryable<Rival> meetings, CrmDbContext db)

        // Joined by hand: what is reached through a navigation is fetched anew for each group that counts it.
        => from rival in meetings
           join opportunity in db.Opportunities on rival.OpportunityId equals opportunity.Id
           join customer in db.Customers on opportunity.CustomerId equals customer.Id
           join competitor in db.Competitors on rival.CompetitorId equals competitor.Id
           from industry in db.Dictionary.Where(word => word.Id == customer.IndustryId).DefaultIfEmpty()
           select new MeetingFacts
           {
               CompetitorId = rival.CompetitorId,
               Competitor = competitor.Name,
               Band = rival.PriceGap == null ? GapBand.Unknown
                   : rival.PriceGap <= -20 ? GapBand.FarBelow
                   : rival.PriceGap <= -10 ? GapBand.Below
                   : rival.PriceGap <= 0 ? GapBand.SlightlyBelow
                   : rival.PriceGap <= 10 ? GapBand.SlightlyAbove
                   : GapBand.Above,
               Province = customer.Province ?? "",
               IndustryId = customer.IndustryId,
               Industry = industry.Name,
               IndustryEnglish = industry.EnglishName,
               Status = opportunity.Status,
               IsLostToIt = opportunity.LostToId == rival.CompetitorId,
           };

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
        var provinces = PlaceNames.SpellingsOf(filter.Province ?? "");
        meetings = filter.Province switch
        {
            null => meetings,
            "" => meetings.Where(rival => rival.Opportunity!.Customer!.Province == null || rival.Opportunity.Customer.Province == ""),
            _ => meetings.Where(rival => provinces.Contains(rival.Opportunity!.Customer!.Province!)),
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
