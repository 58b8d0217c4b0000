using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Demo;

/// <summary>Invents what was sold to one customer, what was lost, and what is still open.</summary>
internal sealed class DemoSales(DemoSetting setting, DemoCounters counters, DemoBatch batch, Customer customer, Random random)
{
    private static readonly StageCode[] Steps = [StageCode.Identified, StageCode.FirstContact, StageCode.NeedsAnalysis, StageCode.Proposal, StageCode.Contract];

    public List<Deal> Invent(DemoBuyer buyer)
    {
        var first = customer.FirstContactOn!.Value;
        var deals = buyer.BuysOn(first, setting.Today, random).ConvertAll(day => Sell(day, random.Next(buyer.Least, buyer.Most) / 100 * 100m));
        for (var losses = Whole(setting.LossesPerCustomer); losses > 0; losses--)
        {
            Lose(first);
        }

        if (random.Next(100) < (deals.Count == 0 ? 26 : 18))
        {
            Open();
        }

        var inOrder = deals.OrderBy(deal => deal.On).ThenBy(deal => deal.Number, StringComparer.Ordinal).ToList();
        foreach (var (deal, place) in inOrder.Zip(DealPlace.Of(inOrder.ConvertAll(deal => deal.On))))
        {
            place.PutOn(deal);
        }

        batch.Deals.AddRange(deals);
        return deals;
    }

    /// <summary>A whole number that is <paramref name="average"/> on average.</summary>
    private int Whole(double average) => (int)average + (random.NextDouble() < average - (int)average ? 1 : 0);

    private Deal Sell(DateOnly on, decimal amount)
    {
        var opportunity = random.NextDouble() < setting.OpportunityShare ? Start(Later(customer.FirstContactOn!.Value, on.AddDays(-random.Next(12, 75))), amount) : null;
        if (opportunity is not null)
        {
            Walk(opportunity, Steps.Length - 1, on);
            var afterSales = on > setting.Today.AddDays(-4);
            opportunity.Win(on, afterSales, At(on), 0);
            opportunity.DeliveryOn = on.AddDays(3);
            Keep(opportunity);
            Meet(opportunity, (int)(opportunity.Id % (setting.Competitors.Length * 3)));
            if (afterSales)
            {
                batch.Tasks.Add(new FollowUpTask { Kind = FollowUpTaskKind.AfterSales, CustomerId = customer.Id, OpportunityId = opportunity.Id, AssigneeId = customer.OwnerId, DueOn = on.AddDays(6) }
                    .With("Id", ++counters.Task).With("Version", Guid.NewGuid()));
            }
        }

        var product = setting.Products[random.Next(setting.Products.Count)];
        return new Deal
        {
            Number = opportunity?.Number ?? counters.OfDay("CJ", on),
            CustomerId = customer.Id,
            OpportunityId = opportunity?.Id,
            OwnerId = customer.OwnerId,
            ProductId = product.Id,
            On = on,
            Amount = amount,
            Cost = decimal.Round(amount * (0.55m + (random.Next(20) / 100m)), 2),
            DeliveryOn = on.AddDays(3),
            Channel = "直销",
            SalesDays = SalesCycle.Days(on, opportunity?.IdentifiedOn, opportunity?.FirstContactOn),
        }.With("Id", ++counters.Deal).With("Version", Guid.NewGuid());
    }

    private void Lose(DateOnly first)
    {
        var start = first.AddDays(random.Next(Math.Max(1, setting.Today.DayNumber - first.DayNumber - 40)));
        var opportunity = Start(start, random.Next(10_000, 200_000) / 100 * 100m);
        var on = start.AddDays(random.Next(10, 40));
        on = on > setting.Today ? setting.Today : on;
        Walk(opportunity, random.Next(0, 4), on);
        opportunity.Lose(on, setting.LossReasons[random.Next(setting.LossReasons.Length)], "客户选了报价更低的一家", setting.Competitors[random.Next(setting.Competitors.Length)], At(on), 0);
        Keep(opportunity);
        Meet(opportunity, Array.IndexOf(setting.Competitors, opportunity.LostToId!.Value));
    }

    /// <summary>Some were met on the way, at prices as their files say; it takes nothing from the sequence of chance.</summary>
    private void Meet(Opportunity opportunity, int rival)
    {
        if (rival >= 0 && rival < setting.Competitors.Length)
        {
            batch.Rivals.Add(new Rival { OpportunityId = opportunity.Id, CompetitorId = setting.Competitors[rival], PriceGap = Gaps[rival] + (int)(opportunity.Id % 7) - 3 }
                .With("Id", ++counters.Rival).With("Version", Guid.NewGuid()));
        }
    }

    private static readonly int[] Gaps = [-10, 15, -1, -5, 20];

    private void Open()
    {
        var opportunity = Start(setting.Today.AddDays(-random.Next(3, 80)), random.Next(15_000, 320_000) / 100 * 100m);
        Walk(opportunity, random.Next(0, Steps.Length), setting.Today.AddDays(-random.Next(0, 20)));
        opportunity.ExpectedCloseOn = setting.Today.AddDays(random.Next(-8, 90));
        opportunity.StageDueOn = setting.Stages[opportunity.Stage].DueFrom(setting.Clock.DateOf(opportunity.StageEnteredAt));
        customer.OpenOpportunityCount++;
        Keep(opportunity);
        batch.Milestones.Add(new Milestone { OpportunityId = opportunity.Id, On = setting.Today.AddDays(random.Next(-4, 20)), Text = "提交方案" }.With("Id", ++counters.Milestone).With("Version", Guid.NewGuid()));
        if (random.Next(100) < 35)
        {
            var rival = random.Next(setting.Competitors.Length);
            var gap = random.Next(3, 15);
            opportunity.Competition = $"{DemoWords.Competitors[rival].Name}报价低{gap}%";
            batch.Rivals.Add(new Rival { OpportunityId = opportunity.Id, CompetitorId = setting.Competitors[rival], Offer = opportunity.Competition, PriceGap = -gap, CounterMeasure = DemoWords.Competitors[rival].Counter }
                .With("Id", ++counters.Rival).With("Version", Guid.NewGuid()));
        }
    }

    private Opportunity Start(DateOnly identifiedOn, decimal amount)
    {
        var opportunity = new Opportunity(counters.OfDay("XS", identifiedOn), customer, customer.OwnerId, identifiedOn, At(identifiedOn))
            .With("Id", ++counters.Opportunity).With("CustomerId", customer.Id).With("Version", Guid.NewGuid());
        opportunity.Name = DemoWords.ProjectNames[random.Next(DemoWords.ProjectNames.Length)];
        opportunity.SourceId = customer.SourceId;
        opportunity.ProductId = setting.Products[random.Next(setting.Products.Count)].Id;
        opportunity.Amount = amount;
        opportunity.Need = customer.Need;
        (opportunity.BudgetScore, opportunity.UrgencyScore, opportunity.AuthorityScore) = (10, random.Next(6, 11), random.Next(5, 11));
        opportunity.PaymentTerms = "签约付 30%，验收付 70%";
        opportunity.DeliveryOn = identifiedOn.AddDays(60);
        opportunity.Risk = (RiskLevel)random.Next(1, 4);
        opportunity.RiskNote = opportunity.Risk == RiskLevel.Low ? null : "需突出性价比";
        if (random.Next(100) < 40)
        {
            opportunity.CameFromLead = true;
            batch.Leads.Add(Lead(opportunity, identifiedOn.AddDays(-random.Next(0, 6))));
        }

        return opportunity;
    }

    private Lead Lead(Opportunity opportunity, DateOnly on)
    {
        var contact = batch.Contacts.FindLast(row => row.CustomerId == customer.Id);
        var lead = new Lead
        {
            Company = customer.Name,
            CompanyKey = customer.NameKey,
            Person = contact?.Name,
            Phone = contact?.Mobile,
            PhoneKey = PhoneKey.Of(contact?.Mobile)?.Number,
            SourceId = customer.SourceId,
            OwnerId = customer.OwnerId,
            Need = customer.Need,
            BudgetScore = 10,
            UrgencyScore = random.Next(8, 11),
            AuthorityScore = random.Next(7, 11),
            CreatedOn = on,
            CreatedAt = At(on),
        };
        return lead.With("Id", ++counters.Lead).With("Status", LeadStatus.Converted).With("CustomerId", customer.Id).With("OpportunityId", opportunity.Id).With("Version", Guid.NewGuid());
    }

    /// <summary>Goes through the steps up to the given one, spread over the days to <paramref name="until"/>.</summary>
    private void Walk(Opportunity opportunity, int upTo, DateOnly until)
    {
        var start = opportunity.IdentifiedOn!.Value;
        var span = Math.Max(1, until.DayNumber - start.DayNumber);
        for (var step = 1; step <= upTo; step++)
        {
            opportunity.MoveTo(Steps[step], At(start.AddDays(span * step / (upTo + 1))), 0, null, null);
            if (step == upTo && random.Next(2) == 0)
            {
                // Half of them once go back a step, and forward again on the next day.
                var day = start.AddDays(span * step / (upTo + 1));
                opportunity.MoveTo(Steps[step - 1], At(day).AddHours(1), 0, "客户换了负责人，重新确认", null);
                opportunity.MoveTo(Steps[step], At(day).AddHours(2), 0, null, null);
            }
        }

        opportunity.FirstContactOn = upTo > 0 ? start.AddDays(span / (upTo + 1)) : null;
    }

    private void Keep(Opportunity opportunity)
    {
        batch.Opportunities.Add(opportunity);
        foreach (var change in opportunity.StageChanges)
        {
            batch.StageChanges.Add(change.With("Id", ++counters.StageChange).With("OpportunityId", opportunity.Id).With("ById", customer.OwnerId));
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private DateTime At(DateOnly day) => setting.Clock.UtcOf(day, new TimeOnly(9 + (day.DayNumber % 8), day.DayNumber * 7 % 60));
}
