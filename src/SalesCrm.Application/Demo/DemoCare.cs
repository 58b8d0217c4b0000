using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Upgrades;

namespace SalesCrm.Application.Demo;

/// <summary>What is done for a customer beyond selling: asked whether he is content, judged for what he could become, brought up from C.</summary>
internal sealed class DemoCare(DemoSetting setting, DemoCounters counters, DemoBatch batch, Customer customer, int index)
{
    /// <summary>Of its own, so that the rest of the demo does not move with it.</summary>
    private readonly Random _random = new(unchecked((setting.Seed * 31) + (index * 7919) + 5));

    public void Invent(IReadOnlyList<Contact> contacts, IReadOnlyCollection<Deal> deals)
    {
        Ask(contacts, deals.Count);
        Settle(customer, deals);
        if (deals.Count > 0 && batch.Customers.Find(other => other.Id == customer.ReferredById) is { } referrer)
        {
            referrer.BuyingReferrals++;
            Settle(referrer, batch.Deals.FindAll(deal => deal.CustomerId == referrer.Id));
        }

        Judge();
        Bring(deals);
    }

    /// <summary>The two half-years before this day, for one buyer in three.</summary>
    private void Ask(IReadOnlyList<Contact> contacts, int deals)
    {
        for (var days = 190 + _random.Next(60); deals > 0 && index % 3 == 0 && days > 0; days -= 183)
        {
            var on = setting.Today.AddDays(-days);
            if (on < customer.FirstDealOn)
            {
                continue;
            }

            var answer = new SurveyAnswer { CustomerId = customer.Id, Round = SurveyRound.Of(on), AnsweredOn = on, ContactId = contacts[0].Id, RecordedById = setting.ServiceOf(customer) ?? customer.OwnerId };
            var mood = _random.Next(10) switch { 0 => 2, < 4 => 3, _ => 4 };
            answer.Rate(mood + _random.Next(2), mood + _random.Next(2), mood + _random.Next(2));
            answer.Remark = mood == 2 ? DemoWords.Grumbles[_random.Next(DemoWords.Grumbles.Length)] : null;
            batch.Surveys.Add(answer.With("Id", ++counters.Survey).With("Version", Guid.NewGuid()));
            (customer.SurveyScore, customer.SurveyOn) = (answer.Score, on);
        }
    }

    /// <summary>The type that follows, and a day since which it may have held.</summary>
    private void Settle(Customer one, IReadOnlyCollection<Deal> deals)
    {
        one.Live(setting.Lifecycle, setting.Today);
        if (one.Lifecycle is LifecycleType.Existing or LifecycleType.Loyal)
        {
            var met = one.FirstDealOn!.Value.AddDays(setting.Lifecycle.NewDays + 1);
            var third = deals.Select(deal => deal.On).Order().ElementAtOrDefault(setting.Lifecycle.LoyalDeals - 1);
            var since = one.Lifecycle == LifecycleType.Loyal ? new[] { met, third, one.SurveyOn ?? met }.Max() : met;
            one.With("LifecycleSince", since < setting.Today ? since : setting.Today);
        }
    }

    private void Judge()
    {
        if (customer.Grade == Grade.C && index % 5 < 3)
        {
            customer.JudgePotential(50 + _random.Next(48), 45 + _random.Next(50), 55 + _random.Next(43));
        }
    }

    /// <summary>Some promising C customers are being brought up; some of those above were.</summary>
    private void Bring(IReadOnlyCollection<Deal> deals)
    {
        if (customer.Potential >= new UpgradeRules().LeastPotential && index % 3 != 1)
        {
            Plan(setting.Today.AddDays(-20 - _random.Next(40)), 1 + _random.Next(4));
        }
        else if (customer.Grade <= Grade.B && index % 7 == 2)
        {
            var risen = deals.Max(deal => deal.On);
            Plan(risen.AddDays(-75), 5).Succeed(customer.Grade, customer.OwnerId, setting.Clock.UtcOf(risen, new TimeOnly(2, 0)));
        }
    }

    private UpgradeProgramme Plan(DateOnly startedOn, int done)
    {
        var programme = new UpgradeProgramme { CustomerId = customer.Id, StartedOn = startedOn, StartedById = customer.OwnerId }.With("Id", ++counters.Programme).With("Version", Guid.NewGuid());
        batch.Programmes.Add(programme);
        foreach (var kind in Enum.GetValues<UpgradeStepKind>())
        {
            var dueOn = startedOn.AddDays(14 * (int)kind);
            var doneOn = startedOn.AddDays((13 * (int)kind) - 3);
            batch.Steps.Add(new UpgradeStep
            {
                CustomerId = customer.Id,
                Step = kind,
                DueOn = dueOn,
                DoneOn = (int)kind <= done && doneOn <= setting.Today ? doneOn : null,
                Note = (int)kind <= done && doneOn <= setting.Today ? DemoWords.StepNotes[(int)kind - 1] : null,
            }.With("Id", ++counters.Step).With("ProgrammeId", programme.Id).With("Version", Guid.NewGuid()));
        }

        return programme;
    }
}
