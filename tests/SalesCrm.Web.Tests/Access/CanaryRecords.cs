using System.Globalization;
using System.Text.RegularExpressions;
using SalesCrm.Application.Attachments;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Surveys;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Web.Tests.Access;

/// <summary>A customer of the rep in the south, and one of everything below him, each with the mark in all of its texts.</summary>
internal sealed class CanaryRecords
{
    /// <summary>Texts that decide how a record is found or compared, and are derived from others or must be of a form of their own.</summary>
    private static readonly string[] Left = ["Number", "SearchKey", "NameKey", "CompanyKey", "PhoneKey", "MobileKey", "EmailKey", "DomainKey", "Hash", "ReasonParts", "GradeWords"];

    private CanaryRecords(string mark, string name, string phone, string email) => (Mark, Name, Phone, Email) = (mark, name, phone, email);

    private string Phone { get; }

    private string Email { get; }

    public string Mark { get; }

    public string Name { get; }

    /// <summary>By the first word of the address.</summary>
    public Dictionary<string, long> Ids { get; } = [];

    public Guid File { get; private set; }

    public IEnumerable<string> Secrets => [Mark, Phone, Email, Phone[..9]];

    public static async Task<CanaryRecords> PlantAsync(TestDatabase database, string sort, bool isConfidential)
    {
        var records = new CanaryRecords(
            "金丝鹮" + sort, $"鹮鸟{sort}科技", isConfidential ? "13987651234" : "13876543219", isConfidential ? "closed@zebra-quill.cn" : "foreign@zebra-quill.cn");
        await database.With<CrmDbContext>(db => records.PlantAsync(db, isConfidential));
        return records;
    }

    /// <summary>The addresses of an endpoint for these records.</summary>
    public IEnumerable<string> AddressesOf(string endpoint, Regex parameter)
    {
        var first = endpoint.Split('/')[0] == "audit" ? "" : endpoint.Split('/')[0];
        var id = Ids.GetValueOrDefault(endpoint.Contains("for-customer", StringComparison.Ordinal) ? "customers" : first, Ids["customers"]);
        var subjects = endpoint.Contains("{subject}", StringComparison.Ordinal) ? new[] { "customer", "contact", "opportunity", "deal", "visit", "lead" } : [""];
        foreach (var subject in subjects)
        {
            yield return "/" + parameter.Replace(endpoint, part => part.Value switch
            {
                "{subject}" => subject,
                "{period}" => "2024-04",
                "{stepId:long}" => Ids["steps"].ToString(CultureInfo.InvariantCulture),
                "{contactId:long}" => Ids["contacts"].ToString(CultureInfo.InvariantCulture),
                var text when text.Contains(":guid", StringComparison.Ordinal) => File.ToString(),
                var text when text.Contains("list:", StringComparison.Ordinal) => "customers",
                var text when text.Contains("{name}", StringComparison.Ordinal) => "Need",
                _ when subject.Length > 0 => Ids[subject switch { "opportunity" => "opportunities", _ => subject + "s" }].ToString(CultureInfo.InvariantCulture),
                _ => id.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    private async Task PlantAsync(CrmDbContext db, bool isConfidential)
    {
        var (now, day, owner) = (db.Now, new DateOnly(2024, 4, 1), World.Rep3.UserId);
        var customer = new Customer("KH-" + Mark, now, owner);
        customer.Rename(Name, Name);
        customer.AssignTo(owner);
        customer.PlanNext(day, Mark);
        if (isConfidential)
        {
            customer.Close(Mark, now);
        }

        db.Add(customer);
        await db.SaveAsync(World.Rep3, CancellationToken.None);
        var contact = new Contact { CustomerId = customer.Id, Name = Mark, Phone = Phone, Mobile = Phone, Email = Email, IsPrimary = true };
        var opportunity = new Opportunity("XS-" + Mark, customer, owner, day, now) { Name = Mark };
        (opportunity.ExpectedCloseOn, opportunity.Risk, opportunity.Amount) = (day.AddDays(-30), RiskLevel.High, 9_000_000);
        var visit = new Visit { CustomerId = customer.Id, At = now, On = day, Method = VisitMethod.Call, VisitorId = owner, CreatedAt = now };
        var deal = new Deal { Number = "CJ-" + Mark, CustomerId = customer.Id, OwnerId = owner, On = day, Amount = 100 };
        var lead = new Lead { Company = Mark, CompanyKey = Mark, OwnerId = owner, CreatedOn = day, CreatedAt = now };
        lead.Convert(customer, opportunity, null);
        var happening = new CustomerEvent { CustomerId = customer.Id, On = day, Text = Mark, CreatedById = owner };
        var file = new Attachment { Handle = Guid.NewGuid(), CustomerId = customer.Id, Name = Mark + ".txt", Hash = Mark, At = now, CreatedById = owner, Content = new AttachmentContent { Bytes = System.Text.Encoding.UTF8.GetBytes(Mark) } };
        var answer = new SurveyAnswer { CustomerId = customer.Id, Round = "2024-H1", AnsweredOn = day, RecordedById = owner };
        answer.Rate(1, 1, 1);
        var step = new UpgradeStep { CustomerId = customer.Id, Step = UpgradeStepKind.Visit, DueOn = day };
        var programme = new UpgradeProgramme { CustomerId = customer.Id, StartedOn = day, StartedById = owner, Steps = { step } };
        object[] all = [contact, opportunity, visit, deal, lead, happening, file, answer, programme, step];
        db.AddRange(all);
        foreach (var record in all.Prepend(customer))
        {
            Fill(db, record);
        }

        await db.SaveAsync(World.Rep3, CancellationToken.None);
        File = file.Handle;
        foreach (var (first, id) in new[] { ("customers", customer.Id), ("contacts", contact.Id), ("opportunities", opportunity.Id), ("visits", visit.Id), ("deals", deal.Id), ("leads", lead.Id), ("surveys", answer.Id), ("upgrades", programme.Id), ("steps", step.Id) })
        {
            Ids[first] = id;
        }
    }

    /// <summary>The mark in every text that has none yet.</summary>
    private void Fill(CrmDbContext db, object record)
    {
        foreach (var property in db.Entry(record).Properties.Where(property => property.Metadata.ClrType == typeof(string) && string.IsNullOrEmpty((string?)property.CurrentValue) && !Left.Contains(property.Metadata.Name)))
        {
            property.CurrentValue = property.Metadata.Name switch { "Phone" or "Mobile" => Phone, "Email" => Email, _ => Mark };
        }
    }
}
