using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Tests.Metrics;

/// <summary>What happened, in plain words, for a computation that shares nothing with the product's queries.</summary>
public sealed record LeadFact(string Owner, string? Source, DateOnly CreatedOn);

public enum OpportunityEnd
{
    Open,
    Won,
    Lost,
}

public sealed record OpportunityFact(
    string Number, string Owner, string Customer, string? Source, DateOnly? IdentifiedOn, DateOnly? FirstContactOn, DateOnly? ClosedOn, OpportunityEnd End, bool CameFromLead);

public sealed record DealFact(string Number, string Owner, string Customer, DateOnly On, decimal Amount, string? Opportunity);

/// <summary>A whole history of sales and the slow, obvious way to its figures.</summary>
public sealed class SalesFacts
{
    public List<LeadFact> Leads { get; } = [];
    public List<OpportunityFact> Opportunities { get; } = [];
    public List<DealFact> Deals { get; } = [];

    /// <summary>The figures of one period for the people of one scope; null is undefined.</summary>
    public Dictionary<Metric, decimal?> Figures(Period period, Func<string, bool> isOfScope)
        => Figures(period, lead => isOfScope(lead.Owner), opportunity => isOfScope(opportunity.Owner), deal => isOfScope(deal.Owner));

    /// <summary>The figures of one source; a deal has the source of the opportunity behind it.</summary>
    public Dictionary<Metric, decimal?> FiguresOfSource(Period period, string? source)
        => Figures(period, lead => lead.Source == source, opportunity => opportunity.Source == source, deal => Behind(deal)?.Source == source);

    /// <summary>Position of the deal among all deals of its customer, the first being 1.</summary>
    public int OrdinalOf(DealFact deal) => 1 + InOrder(Deals.Where(other => other.Customer == deal.Customer)).ToList().IndexOf(deal);

    public int? SalesDaysOf(DealFact deal)
    {
        if (Behind(deal) is not { IdentifiedOn: { } start } opportunity)
        {
            return null;
        }

        if (opportunity.FirstContactOn < start)
        {
            start = opportunity.FirstContactOn.Value;
        }

        return deal.On.DayNumber - start.DayNumber;
    }

    private Dictionary<Metric, decimal?> Figures(Period period, Func<LeadFact, bool> ofLead, Func<OpportunityFact, bool> ofOpportunity, Func<DealFact, bool> ofDeal)
    {
        var leads = Leads.Count(lead => ofLead(lead) && period.Contains(lead.CreatedOn))
            + Opportunities.Count(o => ofOpportunity(o) && !o.CameFromLead && o.IdentifiedOn is { } day && period.Contains(day));

        var customers = 0;
        var repeating = 0;
        var amount = 0m;
        var (days, daysKnown) = (0, 0);
        foreach (var bought in Deals.Where(deal => ofDeal(deal) && period.Contains(deal.On)).GroupBy(deal => deal.Customer))
        {
            customers++;
            repeating += bought.Any(deal => OrdinalOf(deal) >= 2) ? 1 : 0;
            amount += bought.Sum(deal => deal.Amount);
            if (SalesDaysOf(InOrder(bought).First()) is { } taken)
            {
                days += taken;
                daysKnown++;
            }
        }

        var closed = Opportunities.Where(o => ofOpportunity(o) && o.ClosedOn is { } day && period.Contains(day)).ToList();
        var won = closed.Where(o => o.End == OpportunityEnd.Won).ToList();
        var lost = closed.Count(o => o.End == OpportunityEnd.Lost);
        var sizes = won.SelectMany(o => Deals.Where(deal => deal.Opportunity == o.Number)).Select(deal => deal.Amount).ToList();
        var wonDays = won.Where(o => o.IdentifiedOn is not null).Select(o => o.ClosedOn!.Value.DayNumber - o.IdentifiedOn!.Value.DayNumber).ToList();
        return new()
        {
            [Metric.Leads] = leads,
            [Metric.WonCustomers] = customers,
            [Metric.Conversion] = leads == 0 ? null : customers * 100m / leads,
            [Metric.Aov] = customers == 0 ? null : amount / customers,
            [Metric.Repurchase] = customers == 0 ? null : repeating * 100m / customers,
            [Metric.Cycle] = daysKnown == 0 ? null : (decimal)days / daysKnown,
            [Metric.WonDeals] = won.Count,
            [Metric.LostDeals] = lost,
            [Metric.WinRate] = won.Count + lost == 0 ? null : won.Count * 100m / (won.Count + lost),
            [Metric.DealSize] = sizes.Count == 0 ? null : sizes.Sum() / sizes.Count,
            [Metric.DealDays] = wonDays.Count == 0 ? null : (decimal)wonDays.Sum() / wonDays.Count,
        };
    }

    private OpportunityFact? Behind(DealFact deal) => deal.Opportunity is null ? null : Opportunities.Single(o => o.Number == deal.Opportunity);

    private static IEnumerable<DealFact> InOrder(IEnumerable<DealFact> deals) => deals.OrderBy(deal => deal.On).ThenBy(deal => deal.Number, StringComparer.Ordinal);
}
