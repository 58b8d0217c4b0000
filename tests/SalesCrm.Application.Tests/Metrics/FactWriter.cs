using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Tests.Metrics;

/// <summary>Puts facts into a database as the product would have kept them.</summary>
internal static class FactWriter
{
    private static readonly DateTime Now = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal static async Task WriteAsync(this SalesFacts facts, CrmDbContext db)
    {
        var owners = await db.Users.ToDictionaryAsync(user => user.DisplayName, user => user.Id);
        var sources = await db.Dictionary.Where(word => word.Kind == DictionaryKind.Source).ToDictionaryAsync(word => word.Name, word => (long?)word.Id);
        var customers = facts.Opportunities.Select(o => o.Customer).Concat(facts.Deals.Select(deal => deal.Customer)).Distinct()
            .Select((name, index) => NewCustomer(name, index)).ToDictionary(customer => customer.Name);
        db.Customers.AddRange(customers.Values);
        db.Leads.AddRange(facts.Leads.Select(lead => new Lead { Company = "某公司", CompanyKey = "某", OwnerId = owners[lead.Owner], SourceId = SourceOf(lead.Source), CreatedOn = lead.CreatedOn, CreatedAt = Now }));
        await db.SaveAsync(Actor.System, CancellationToken.None);

        var opportunities = facts.Opportunities.ToDictionary(fact => fact.Number, fact => NewOpportunity(fact, customers[fact.Customer], owners[fact.Owner], SourceOf(fact.Source)));
        db.Opportunities.AddRange(opportunities.Values);
        await db.SaveAsync(Actor.System, CancellationToken.None);

        var order = facts.Deals.GroupBy(deal => deal.Customer).Select(group => group.OrderBy(deal => deal.On).ThenBy(deal => deal.Number, StringComparer.Ordinal).ToList())
            .SelectMany(group => group.Zip(DealPlace.Of(group.ConvertAll(deal => deal.On)))).ToDictionary(pair => pair.First.Number, pair => pair.Second);
        var behind = facts.Opportunities.ToDictionary(o => o.Number);
        db.Deals.AddRange(facts.Deals.Select(deal => new Deal
        {
            Number = deal.Number,
            CustomerId = customers[deal.Customer].Id,
            OwnerId = owners[deal.Owner],
            OpportunityId = deal.Opportunity is { } number ? opportunities[number].Id : null,
            On = deal.On,
            Amount = deal.Amount,
            Ordinal = order[deal.Number].Ordinal,
            PreviousOn = order[deal.Number].PreviousOn,
            NextOn = order[deal.Number].NextOn,
            SalesDays = deal.Opportunity is { } source ? DaysOf(deal, behind[source]) : null,
        }));
        await db.SaveAsync(Actor.System, CancellationToken.None);

        long? SourceOf(string? name) => name is null ? null : sources[name];
    }

    /// <summary>Adds people, their managers and offices below the root.</summary>
    internal static async Task WritePeopleAsync(this CrmSalesFacts facts, CrmDbContext db)
    {
        var root = await db.Teams.SingleAsync(team => team.ParentId == null);
        var offices = facts.People.Values.Select(place => place.Office).Distinct().ToDictionary(name => name, name => new Team { Name = name, Parent = root });
        var managers = facts.People.Values.Distinct().ToDictionary(place => place.Manager, place => new Team { Name = $"{place.Manager} 组", Parent = offices[place.Office] });
        db.Teams.AddRange(managers.Values);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        var people = facts.People.Select(person => NewUser(person.Key, Role.Rep, managers[person.Value.Manager].Id))
            .Concat(managers.Select(manager => NewUser(manager.Key, Role.Manager, manager.Value.Id))).ToList();
        db.Users.AddRange(people);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        foreach (var (name, team) in managers)
        {
            team.LeaderId = people.Single(user => user.DisplayName == name).Id;
        }

        await Reach.RebuildAsync(db, CancellationToken.None);
        await db.SaveAsync(Actor.System, CancellationToken.None);
    }

    private static User NewUser(string name, Role role, long teamId)
        => new() { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Role = role, TeamId = teamId, SecurityStamp = name };

    private static Customer NewCustomer(string name, int index)
    {
        var customer = new Customer($"KH202401{index:00000}", Now, null);
        customer.Rename(name, name);
        return customer;
    }

    private static Opportunity NewOpportunity(OpportunityFact fact, Customer customer, long ownerId, long? sourceId)
    {
        var opportunity = new Opportunity(fact.Number, customer, ownerId, fact.IdentifiedOn, Now)
        {
            Name = fact.Number,
            SourceId = sourceId,
            FirstContactOn = fact.FirstContactOn,
            CameFromLead = fact.CameFromLead,
        };
        if (fact.End == OpportunityEnd.Won)
        {
            opportunity.Win(fact.ClosedOn!.Value, false, Now, 0);
        }
        else if (fact.End == OpportunityEnd.Lost)
        {
            opportunity.Lose(fact.ClosedOn!.Value, null, null, null, Now, 0);
        }

        return opportunity;
    }

    private static int? DaysOf(DealFact deal, OpportunityFact opportunity)
    {
        var start = opportunity.FirstContactOn < opportunity.IdentifiedOn ? opportunity.FirstContactOn : opportunity.IdentifiedOn;
        return start is { } day ? deal.On.DayNumber - day.DayNumber : null;
    }
}
