using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Demo;

/// <summary>Three fields that the demo company's admin has added to customers, and what its people filled in.</summary>
internal sealed class DemoFields(DemoSetting setting, long rating, long[] ratings, long people, long contract)
{
    private const int Rated = 70;
    private const int Counted = 60;
    private const int UnderContract = 40;

    public static async Task<DemoFields> AddAsync(CrmDbContext db, DemoSetting setting, CancellationToken cancellationToken)
    {
        var rating = new CustomField { Subject = FieldSubject.Customer, Type = FieldType.Choice, Name = "信用等级", EnglishName = "Credit rating", Position = 1, IsListed = true, Roles = FieldRoles.All };
        foreach (var (name, english) in new[] { ("优", "Excellent"), ("良", "Good"), ("中", "Fair"), ("差", "Poor") })
        {
            rating.Choices.Add(new FieldChoice { Name = name, EnglishName = english });
        }

        var people = new CustomField { Subject = FieldSubject.Customer, Type = FieldType.Number, Name = "员工数", EnglishName = "Headcount", Position = 2, Roles = FieldRoles.All };
        var contract = new CustomField { Subject = FieldSubject.Customer, Type = FieldType.Date, Name = "合同到期日", EnglishName = "Contract ends", Position = 3, Roles = FieldRoles.Manager };
        db.CustomFields.AddRange(rating, people, contract);
        await db.SaveAsync(Actor.System, cancellationToken);
        var choices = await db.FieldChoices.Where(choice => choice.FieldId == rating.Id).OrderBy(choice => choice.Id).Select(choice => choice.Id).ToArrayAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return new(setting, rating.Id, choices, people.Id, contract.Id);
    }

    /// <summary>The same for the same seed and customer.</summary>
    public IEnumerable<FieldValue> Of(Customer customer)
    {
        var random = new Random(unchecked((setting.Seed * 48_271) + (int)customer.Id));
        if (random.Next(100) < Rated)
        {
            yield return Value(customer, rating, FieldCell.OfChoice(ratings[random.Next(random.Next(1, ratings.Length + 1))]));
        }

        if (random.Next(100) < Counted)
        {
            yield return Value(customer, people, FieldCell.OfNumber(random.Next(1, 400) * random.Next(1, 20)));
        }

        if (random.Next(100) < UnderContract)
        {
            yield return Value(customer, contract, FieldCell.OfDate(setting.Today.AddDays(random.Next(-200, 700))));
        }
    }

    private static FieldValue Value(Customer customer, long field, FieldCell cell) => new() { RecordId = customer.Id, FieldId = field, Number = cell.Number, Text = cell.Text };
}
