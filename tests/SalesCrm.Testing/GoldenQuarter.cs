using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;

namespace SalesCrm.Testing;

/// <summary>
/// The golden first quarter of 2024 (Z1, Z3, Z4): 120 leads from four sources, a funnel of 120, 96, 54, 45 and 36, and 36 won customers who
/// bought for 1,620,000 after 1,620 days, nine of them for the second time; a conversion of 35 % was aimed for. All of it is 林晓雯's.
/// </summary>
public static class GoldenQuarter
{
    private static readonly DateTime Start = new(2024, 1, 2, 2, 0, 0, DateTimeKind.Utc);

    internal static async Task TellAsync(CrmDbContext db)
    {
        var sources = await db.Dictionary.Where(word => word.Kind == DictionaryKind.Source).ToDictionaryAsync(word => word.Name, word => word.Id);
        var chances = new (string Source, int Leads, int Won)[] { ("展会", 40, 16), ("官网", 30, 6), ("转介绍", 20, 10), ("陌拜", 30, 4) }
            .SelectMany(source => Enumerable.Range(0, source.Leads).Select(i => (source.Source, IsWon: i < source.Won)))
            .ToList();
        db.Targets.Add(new Target { Period = "2024Q1", Metric = Metric.Conversion, Value = 35 });

        var lost = 0;
        var told = new List<(Customer Customer, Lead Lead, Opportunity Opportunity)>();
        foreach (var (source, isWon) in chances)
        {
            var number = told.Count + 1;
            var customer = new Customer($"KH202401{number:0000}", Start, null);
            customer.Rename($"客户{number:000}", $"客户{number:000}");
            customer.AssignTo(World.Rep.UserId);
            customer.SourceId = sources[source];
            var opportunity = new Opportunity($"XS202401{number:0000}", customer, World.Rep.UserId, new DateOnly(2024, 1, 2), Start)
            {
                Name = $"项目{number:000}",
                SourceId = sources[source],
                Amount = 45_000,
                CameFromLead = true,
            };
            var lead = new Lead { Company = customer.Name, CompanyKey = customer.Name, OwnerId = World.Rep.UserId, SourceId = sources[source], CreatedOn = new DateOnly(2024, 1, 2), CreatedAt = Start };

            // Of the 84 that were not won, 24 never got a contact, 42 no analysis, 9 no proposal, 9 no contract.
            var reached = isWon ? StageCode.Contract : lost++ switch { < 24 => StageCode.Identified, < 66 => StageCode.FirstContact, < 75 => StageCode.NeedsAnalysis, _ => StageCode.Proposal };
            var at = Start;
            for (var stage = StageCode.FirstContact; stage <= reached; stage++)
            {
                at = at.AddDays(5);
                opportunity.MoveTo(stage, at, World.Rep.UserId, null, null);
            }

            db.Customers.Add(customer);
            told.Add((customer, lead, opportunity));
        }

        await db.SaveAsync(Actor.System, CancellationToken.None);
        foreach (var (customer, lead, opportunity) in told)
        {
            lead.Convert(customer, opportunity, null);
            db.Leads.Add(lead);
        }

        await db.SaveAsync(Actor.System, CancellationToken.None);
        var winners = told.Where((_, index) => chances[index].IsWon).ToList();
        for (var i = 0; i < winners.Count; i++)
        {
            var (customer, _, opportunity) = winners[i];
            var (earlier, on) = (new DateOnly(2023, 6, 1), new DateOnly(2024, 2, 16));
            opportunity.Win(on, false, Start.AddDays(45), World.Rep.UserId);
            db.Deals.Add(new Deal { Number = opportunity.Number, CustomerId = customer.Id, OpportunityId = opportunity.Id, OwnerId = World.Rep.UserId, On = on, Amount = 45_000, Ordinal = i < 9 ? 2 : 1, PreviousOn = i < 9 ? earlier : null, SalesDays = 45 });
            if (i < 9)
            {
                db.Deals.Add(new Deal { Number = $"CJ20230601-{i}", CustomerId = customer.Id, OwnerId = World.Rep.UserId, On = earlier, Amount = 10_000, Ordinal = 1, NextOn = on });
            }
        }

        await db.SaveAsync(Actor.System, CancellationToken.None);
    }
}
