using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Demo;

/// <summary>Invents the follow-ups with one customer and the next step that came of the last.</summary>
internal sealed class DemoTalks(DemoSetting setting, DemoCounters counters, DemoBatch batch, Customer customer, List<Contact> contacts, Random random)
{
    public void Invent(IReadOnlyCollection<Deal> deals)
    {
        var first = customer.FirstContactOn!.Value;
        var count = deals.Count > 0 ? random.Next(3, 8) : random.Next(2, 6);
        var lately = random.Next(100) < 70 ? random.Next(1, 25) : random.Next(25, 200);
        var last = setting.Today.AddDays(-lately);
        last = last < first ? first : last;
        var days = Enumerable.Range(0, count - 1).Select(_ => first.AddDays(random.Next(Math.Max(1, last.DayNumber - first.DayNumber)))).Append(last).Order().ToList();
        for (var i = 0; i < days.Count; i++)
        {
            Talk(days[i], i == days.Count - 1);
        }

        foreach (var opportunity in batch.Opportunities.Where(row => row.CustomerId == customer.Id && row.FirstContactOn is not null))
        {
            Log(opportunity.FirstContactOn!.Value, DemoWords.Talks[0], opportunity);
        }
    }

    private void Talk(DateOnly day, bool isLast)
    {
        var talk = DemoWords.Talks[random.Next(DemoWords.Talks.Length)];
        var visit = Log(day, talk, null);
        if (random.Next(5) == 0)
        {
            (visit.Handling, visit.DueOn) = (talk.Next, day.AddDays(random.Next(2, 8)));
            visit.Result = visit.DueOn < setting.Today.AddDays(-3) ? "客户确认有效" : null;
        }

        if (isLast && random.Next(100) < 80)
        {
            (visit.NextOn, visit.NextText) = (setting.Today.AddDays(random.Next(-6, 21)), talk.Next);
            if (visit.NextOn > visit.On)
            {
                customer.PlanNext(visit.NextOn, visit.NextText);
            }
            else
            {
                (visit.NextOn, visit.NextText) = (null, null);
            }
        }

        visit.DeriveKeys();
    }

    private Visit Log(DateOnly day, (string Topic, string Feedback, string Next) talk, Opportunity? opportunity)
    {
        var at = setting.Clock.UtcOf(day, new TimeOnly(random.Next(8, 19), random.Next(60)));
        var visit = new Visit { CustomerId = customer.Id, CreatedAt = at }.With("Id", ++counters.Visit).With("Version", Guid.NewGuid());
        (visit.At, visit.On, visit.Method) = (at, day, (VisitMethod)random.Next(1, 6));
        (visit.Topic, visit.Feedback) = (talk.Topic, talk.Feedback);
        visit.IsInbound = random.Next(6) == 0;
        visit.VisitorId = customer.OwnerId!.Value;
        visit.ContactId = contacts[random.Next(contacts.Count)].Id;
        visit.OpportunityId = opportunity?.Id;
        visit.DeriveKeys();
        batch.Visits.Add(visit);
        customer.LastFollowUpAt = customer.LastFollowUpAt is { } known && known > at ? known : at;
        return visit;
    }
}
