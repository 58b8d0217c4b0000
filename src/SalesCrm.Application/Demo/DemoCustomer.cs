using System.Globalization;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Demo;

/// <summary>Invents one customer with all that happened with him in two years; the same for the same seed and index, whatever came before.</summary>
internal sealed class DemoCustomer(DemoSetting setting, DemoCounters counters, DemoBatch batch, int index)
{
    private readonly Random _random = new(HashCode(setting.Seed, index));

    public void Invent()
    {
        var buyer = DemoBuyer.Pick(_random);
        var customer = File(buyer);
        batch.Customers.Add(customer);
        var contacts = Contacts(customer);
        var sales = new DemoSales(setting, counters, batch, customer, _random);
        var deals = sales.Invent(buyer);
        new DemoTalks(setting, counters, batch, customer, contacts, _random).Invent(deals);
        Derive(customer, deals);
        Remember(customer);
        DemoPool.Place(setting, counters, batch, customer);
        new DemoCare(setting, counters, batch, customer, index).Invent(contacts, deals);
    }

    private static int HashCode(int seed, int index) => unchecked((seed * 486187739) + (index * 16777619) + 97);

    private Customer File(DemoBuyer buyer)
    {
        var place = DemoWords.Places[_random.Next(DemoWords.Places.Length)];
        var (trade, industry) = DemoWords.Trades[index % DemoWords.Trades.Length];
        var createdOn = setting.Today.AddDays(-_random.Next(buyer.KnownFrom, buyer.KnownTo));
        var createdAt = setting.Clock.UtcOf(createdOn, new TimeOnly(_random.Next(8, 18), _random.Next(60)));
        var prefix = "KH" + createdOn.ToString("yyyyMM", CultureInfo.InvariantCulture);
        var customer = new Customer(string.Create(CultureInfo.InvariantCulture, $"{prefix}{counters.Next(prefix):0000}"), createdAt, null)
            .With("Id", ++counters.Customer).With("Version", Guid.NewGuid());
        var brand = Brand();
        var name = $"{brand}{trade}（{place.City}）{DemoWords.LegalForms[_random.Next(DemoWords.LegalForms.Length)]}";
        customer.Rename(name, NameKey.OfCompany(name));
        customer.ShortName = brand;
        (customer.Province, customer.City) = place;
        customer.IndustryId = setting.Industries.GetValueOrDefault(industry);
        customer.SourceId = setting.Sources[_random.Next(setting.Sources.Length)];
        customer.CompanySizeId = setting.Sizes[_random.Next(setting.Sizes.Length)];
        customer.AssignTo(setting.Reps[_random.Next(setting.Reps.Length)]);
        var budget = _random.Next(2, 60);
        customer.Need = string.Format(CultureInfo.InvariantCulture, DemoWords.Needs[_random.Next(DemoWords.Needs.Length)], _random.Next(5, 200), budget);
        customer.Budget = budget * 10_000m;
        customer.NeedStage = (NeedStage)_random.Next(1, 5);
        customer.FirstContactOn = createdOn;

        // Most files were looked at lately; one in five asks for it.
        customer.ConfirmedAt = index % 5 == 0 ? createdAt : new[] { createdAt, setting.Clock.UtcOf(setting.Today.AddDays(-(index % 80)), new TimeOnly(10, 0)) }.Max();
        customer.ReferralPotential = _random.Next(100) < buyer.Refers ? ReferralPotential.High : (ReferralPotential)_random.Next(1, 3);
        customer.IsDemandStable = _random.Next(100) < buyer.Stable;
        customer.Urgency = (index % 9) switch { 0 => 9, 3 => 8, 5 => 6, 7 => 4, _ => null };
        customer.ReferredById = index % 13 == 6 && batch.Customers.Count > 5 ? batch.Customers[^5].Id : null;
        return customer;
    }

    /// <summary>Two characters from lists whose product repeats only after many customers; a third where there are more than that.</summary>
    private string Brand()
    {
        var pairs = DemoWords.BrandFirst.Length * DemoWords.BrandSecond.Length;
        var pick = (int)((index * 7919L) % pairs);
        var brand = $"{DemoWords.BrandFirst[pick % DemoWords.BrandFirst.Length]}{DemoWords.BrandSecond[pick / DemoWords.BrandFirst.Length]}";
        return index < pairs ? brand : brand + DemoWords.BrandFirst[index / pairs % DemoWords.BrandFirst.Length] + (index / pairs >= DemoWords.BrandFirst.Length ? DemoWords.BrandSecond[index / pairs / DemoWords.BrandFirst.Length % DemoWords.BrandSecond.Length] : "");
    }

    private List<Contact> Contacts(Customer customer)
    {
        var contacts = new List<Contact>();
        var count = _random.Next(1, 4);
        for (var i = 0; i < count; i++)
        {
            var mobile = string.Create(CultureInfo.InvariantCulture, $"1{(new[] { "38", "39", "58", "86", "77" })[_random.Next(5)]}{_random.Next(100_000_000):00000000}");
            var contact = new Contact
            {
                CustomerId = customer.Id,
                Name = DemoPerson.Name(_random),
                Title = DemoWords.Titles[_random.Next(DemoWords.Titles.Length)],
                Mobile = mobile,
                Email = i == 0 ? string.Create(CultureInfo.InvariantCulture, $"buyer{customer.Id}@example.com") : null,
                Role = (ContactRole)_random.Next(1, 6),
                IsPrimary = i == 0,
            };
            contact.DeriveKeys();
            contacts.Add(contact.With("Id", ++counters.Contact).With("Version", Guid.NewGuid()));
        }

        batch.Contacts.AddRange(contacts);
        return contacts;
    }

    private void Derive(Customer customer, IReadOnlyCollection<Deal> deals)
    {
        var figures = PurchaseFigures.Of(deals.Select(deal => (deal.On, deal.Amount)).ToList(), setting.Today);
        figures.PutOn(customer, setting.Lifecycle, setting.Today);
        if (deals.Count > 0)
        {
            customer.NeedStage = NeedStage.Won;
        }

        var since = GradingRule.Before(setting.Today, setting.Policy.DormantMonths);
        var inputs = GradeInputs.Of(customer, batch.Visits.Count(visit => visit.CustomerId == customer.Id && visit.On > since));
        var grade = GradingRule.Of(setting.Policy, inputs, setting.Today);
        if (grade == Grade.D)
        {
            return;
        }

        customer.TakeGrade(grade, setting.Today);
        var reason = GradeReason.Of(setting.Policy, inputs, setting.Today, Grade.D, grade);
        batch.GradeChanges.Add(new GradeChange
        {
            CustomerId = customer.Id,
            From = Grade.D,
            To = grade,
            At = setting.Clock.UtcOf(figures.LastOn!.Value, new TimeOnly(2, 0)),
            Reason = reason.ToString(),
            ReasonParts = StoredText.Write(reason),
            PolicyRevision = setting.Policy.Revision,
        }.With("Id", ++counters.GradeChange));
    }

    private void Remember(Customer customer)
    {
        if (_random.Next(10) == 0)
        {
            batch.Events.Add(new CustomerEvent
            {
                CustomerId = customer.Id,
                On = setting.Today.AddDays(-_random.Next(5, 300)),
                Text = DemoWords.Events[_random.Next(DemoWords.Events.Length)],
                CreatedById = customer.OwnerId,
            }.With("Id", ++counters.Event));
        }

        if (setting.ServiceOf(customer) is { } service && _random.Next(15) == 0)
        {
            batch.Members.Add(new CustomerMember { CustomerId = customer.Id, UserId = service, Access = MemberAccess.Read }.With("Id", ++counters.Member));
        }
    }
}

/// <summary>Invented people.</summary>
internal static class DemoPerson
{
    internal static string Name(Random random)
    {
        var given = $"{DemoWords.GivenNames[random.Next(DemoWords.GivenNames.Length)]}";
        return DemoWords.Surnames[random.Next(DemoWords.Surnames.Length)] + given + (random.Next(3) == 0 ? "" : DemoWords.GivenNames[random.Next(DemoWords.GivenNames.Length)].ToString());
    }
}
