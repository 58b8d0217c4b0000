using SalesCrm.Application.Database;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Metrics;

/// <summary>One record that a figure counts, with everything by which figures are broken down. 0 stands for nobody and nothing.</summary>
internal sealed class FigureLine
{
    public long Id { get; init; }
    public FigureLineKind Kind { get; init; }
    public DateOnly? On { get; init; }
    public long OwnerId { get; init; }
    public long SourceId { get; init; }
    public long IndustryId { get; init; }
    public int Grade { get; init; }
    public long CustomerId { get; init; }
    public decimal Amount { get; init; }
    public int Ordinal { get; init; }
    public int? SalesDays { get; init; }

    /// <summary>No deal of the customer's before it in the period, whoever made it.</summary>
    public bool IsFirst { get; init; }

    /// <summary>No other deal of the customer's in the period, whoever made it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The furthest step of a cohort's opportunity.</summary>
    public StageCode Reached { get; init; }

    public bool IsWon { get; init; }
    public bool HasDeal { get; init; }
}

internal enum FigureLineKind
{
    Lead = 1,
    Opportunity = 2,
    Deal = 3,
}

internal static class FigureLines
{
    /// <summary>What counts as a lead: leads of these days, opportunities without a lead of these days, and those that nobody dated.</summary>
    /// <param name="db">The context.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    /// <param name="withUndated">Opportunities without a date too.</param>
    /// <param name="withFile">Industry and grade too, which cost a look into the customer's file.</param>
    internal static IQueryable<FigureLine> LeadLines(this CrmDbContext db, Actor actor, DateOnly first, DateOnly last, bool withUndated = false, bool withFile = false)
    {
        var leads = db.CountedLeads(actor).Where(lead => lead.CreatedOn >= first && lead.CreatedOn <= last);
        var opportunities = db.CountedOpportunities(actor)
            .Where(o => !o.CameFromLead && ((o.IdentifiedOn >= first && o.IdentifiedOn <= last) || (withUndated && o.IdentifiedOn == null)));
        return withFile
            ? leads.Select(lead => new FigureLine
            {
                Id = lead.Id,
                Kind = FigureLineKind.Lead,
                On = lead.CreatedOn,
                OwnerId = lead.OwnerId ?? 0,
                SourceId = lead.SourceId ?? 0,
                IndustryId = lead.Customer!.IndustryId ?? 0,
                Grade = (int?)lead.Customer!.Grade ?? 0,
            }).Concat(opportunities.Select(o => new FigureLine
            {
                Id = o.Id,
                Kind = FigureLineKind.Opportunity,
                On = o.IdentifiedOn,
                OwnerId = o.OwnerId ?? 0,
                SourceId = o.SourceId ?? 0,
                IndustryId = o.Customer!.IndustryId ?? 0,
                Grade = (int?)o.Customer!.Grade ?? 0,
            }))
            : leads.Select(lead => new FigureLine { Id = lead.Id, Kind = FigureLineKind.Lead, On = lead.CreatedOn, OwnerId = lead.OwnerId ?? 0, SourceId = lead.SourceId ?? 0 })
                .Concat(opportunities.Select(o => new FigureLine { Id = o.Id, Kind = FigureLineKind.Opportunity, On = o.IdentifiedOn, OwnerId = o.OwnerId ?? 0, SourceId = o.SourceId ?? 0 }));
    }

    internal static IQueryable<FigureLine> DealLines(this CrmDbContext db, Actor actor, DateOnly first, DateOnly last)
        => db.CountedDeals(actor).Where(deal => deal.On >= first && deal.On <= last).Select(deal => new FigureLine
        {
            Id = deal.Id,
            Kind = FigureLineKind.Deal,
            On = deal.On,
            OwnerId = deal.OwnerId ?? 0,
            SourceId = deal.Opportunity!.SourceId ?? deal.Customer!.SourceId ?? 0,
            IndustryId = deal.Customer!.IndustryId ?? 0,
            Grade = (int)deal.Customer!.Grade,
            CustomerId = deal.CustomerId,
            Amount = deal.Amount,
            Ordinal = deal.Ordinal,
            SalesDays = deal.SalesDays,
            IsFirst = deal.PreviousOn == null || deal.PreviousOn < first,
            IsAlone = (deal.PreviousOn == null || deal.PreviousOn < first) && (deal.NextOn == null || deal.NextOn > last),
            IsWon = true,
            HasDeal = true,
        });

    /// <summary>Opportunities closed in these days; <see cref="FigureLine.SalesDays"/> counts from the identification alone.</summary>
    internal static IQueryable<FigureLine> ClosedLines(this CrmDbContext db, Actor actor, DateOnly first, DateOnly last)
        => from o in db.CountedOpportunities(actor)
           where o.ClosedOn >= first && o.ClosedOn <= last && o.Status != OpportunityStatus.Open
           from deal in db.Deals.Where(deal => deal.OpportunityId == o.Id && deal.ArchivedAt == null).DefaultIfEmpty()
           select new FigureLine
           {
               Id = o.Id,
               Kind = FigureLineKind.Opportunity,
               On = o.ClosedOn,
               OwnerId = o.OwnerId ?? 0,
               SourceId = o.SourceId ?? o.Customer!.SourceId ?? 0,
               IndustryId = o.Customer!.IndustryId ?? 0,
               Grade = (int)o.Customer!.Grade,
               CustomerId = o.CustomerId,
               IsWon = o.Status == OpportunityStatus.Won,
               HasDeal = deal != null,
               Amount = deal == null ? 0 : deal.Amount,
               SalesDays = o.ClosedOn!.Value.DayNumber - o.IdentifiedOn!.Value.DayNumber,
           };

    /// <summary>The cohort of these days: opportunities by the day they were identified, however they came.</summary>
    internal static IQueryable<FigureLine> CohortLines(this CrmDbContext db, Actor actor, DateOnly first, DateOnly last)
        => db.CountedOpportunities(actor).Where(o => o.IdentifiedOn >= first && o.IdentifiedOn <= last).Select(o => new FigureLine
        {
            Id = o.Id,
            Kind = FigureLineKind.Opportunity,
            On = o.IdentifiedOn,
            OwnerId = o.OwnerId ?? 0,
            SourceId = o.SourceId ?? 0,
            IndustryId = o.Customer!.IndustryId ?? 0,
            Grade = (int)o.Customer!.Grade,
            CustomerId = o.CustomerId,
            Amount = o.Amount ?? 0,
            Reached = o.Status == OpportunityStatus.Won ? StageCode.Contract : o.Reached,
        });
}
