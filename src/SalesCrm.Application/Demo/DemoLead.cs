using System.Globalization;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Demo;

/// <summary>Invents a lead that is still a lead.</summary>
internal static class DemoLead
{
    internal static Lead Invent(DemoSetting setting, Random random, int index)
    {
        var (trade, _) = DemoWords.Trades[random.Next(DemoWords.Trades.Length)];
        var company = $"{DemoWords.BrandSecond[random.Next(DemoWords.BrandSecond.Length)]}{DemoWords.BrandFirst[index % DemoWords.BrandFirst.Length]}{trade}有限公司";
        var phone = string.Create(CultureInfo.InvariantCulture, $"137{random.Next(100_000_000):00000000}");
        var on = setting.Today.AddDays(-random.Next(0, 120));
        var lead = new Lead
        {
            Company = company,
            CompanyKey = NameKey.OfCompany(company),
            Person = DemoPerson.Name(random),
            Title = DemoWords.Titles[random.Next(DemoWords.Titles.Length)],
            Phone = phone,
            PhoneKey = PhoneKey.Of(phone)?.Number,
            SourceId = setting.Sources[random.Next(setting.Sources.Length)],
            OwnerId = setting.Reps[random.Next(setting.Reps.Length)],
            Need = "想了解价格和交付周期",
            BudgetScore = random.Next(5, 11),
            UrgencyScore = random.Next(4, 11),
            AuthorityScore = random.Next(4, 11),
            NextFollowUpOn = setting.Today.AddDays(random.Next(-3, 14)),
            CreatedOn = on,
            CreatedAt = setting.Clock.UtcOf(on, new TimeOnly(10, 0)),
        };
        lead.Judge(LeadScoring.Default);
        return lead;
    }
}
