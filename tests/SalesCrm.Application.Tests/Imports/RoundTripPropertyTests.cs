using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>Whatever people have put on file goes out by the five templates and comes in again without a change.</summary>
public sealed class RoundTripPropertyTests
{
    private static readonly string[] Words = ["需要20套", "预算5万", "=1+1", "-5%", "@王总", "方案\n两行", "“引号”", "a/b", "𠮷野家", "2024-03-15", "3月20日", "100%", "１２３", "'撇号", "<b>", " 空 格 "];

    [Theory]
    [InlineData(1)]
    [InlineData(2024)]
    public async Task Hundreds_of_random_files_come_back_unchanged(int seed)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Read(async db =>
        {
            await FillAsync(db, new Random(seed));
            return 0;
        });

        var exported = await TemplateRoundTripTests.ExportAsync(database);
        var reports = await TemplateRoundTripTests.ImportAsync(database, exported);

        Assert.All(reports, sheet => Assert.True(
            sheet.Report.Unchanged == sheet.Report.Total,
            $"seed {seed}, {sheet.Sheet}: " + string.Join("\n", sheet.Report.Rows.Where(row => row.Outcome != Application.Imports.Rows.RowOutcome.Unchanged).Take(3).Select(row =>
                $"{row.Row} {row.Title} {row.Outcome} {string.Join(";", row.Problems.Select(problem => $"{problem.Field}={problem.Cell}: {problem.ReasonText}"))} {string.Join(";", row.Changes.Select(change => $"{change.LabelText}: {change.Before}→{change.Now}"))}"))));
        Assert.Equal([400, 300, 300, 1, 400], reports.Select(sheet => sheet.Report.Total));
    }

    private static async Task FillAsync(CrmDbContext db, Random random)
    {
        var customers = Enumerable.Range(1, 400).Select(number => CustomerOf(number, random)).ToList();
        db.Customers.AddRange(customers);
        await db.SaveAsync(Actor.System, CancellationToken.None);
        for (var number = 1; number <= 300; number++)
        {
            var customer = customers[random.Next(customers.Count)];
            var opportunity = new Opportunity($"XS{number:0000}", customer, World.Rep.UserId, new DateOnly(2024, 1, 5), new DateTime(2024, 1, 5, 0, 0, 0, DateTimeKind.Utc)) { Name = "机会" };
            (opportunity.Amount, opportunity.ExpectedCloseOn, opportunity.Competition) = (random.Next(10_000_000) / 100m, new DateOnly(2024, 5, 1), Maybe(random));
            (opportunity.Risk, opportunity.RiskNote) = random.Next(3) == 0 ? ((RiskLevel?)null, (string?)null) : ((RiskLevel)random.Next(1, 4), random.Next(2) == 0 ? "需突出性价比" : null);
            opportunity.Milestones.Add(new Milestone { Opportunity = opportunity, On = new DateOnly(2024, 4, random.Next(1, 28)), Text = "提交方案" });
            if (random.Next(3) == 0)
            {
                opportunity.Win(new DateOnly(2024, 2, random.Next(1, 28)), random.Next(2) == 0, new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc), 0);
                db.Deals.Add(OpportunityDeal.Of(opportunity));
            }

            db.Opportunities.Add(opportunity);
        }

        await db.SaveAsync(Actor.System, CancellationToken.None);
        foreach (var opportunity in db.Opportunities.Local.ToList())
        {
            db.Visits.Add(VisitOf(opportunity, random));
        }

        await db.SaveAsync(Actor.System, CancellationToken.None);
        await db.InTransactionAsync(Actor.System, async token =>
        {
            await DealFigures.RefreshAsync(db, customers.Select(customer => customer.Id), new DateOnly(2024, 4, 1), token);
            return await VisitFigures.RefreshAsync(db, customers.Select(customer => customer.Id), token);
        }, CancellationToken.None);
    }

    private static Visit VisitOf(Opportunity opportunity, Random random)
    {
        var on = new DateOnly(2024, 1, 1).AddDays(random.Next(90));
        var visit = new Visit { CustomerId = opportunity.CustomerId, OpportunityId = random.Next(2) == 0 ? opportunity.Id : null, On = on, At = on.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc), Method = (VisitMethod)random.Next(1, 9), VisitorId = World.Rep.UserId, CreatedAt = DateTime.UnixEpoch, Topic = $"主题{opportunity.Number}" };
        (visit.Feedback, visit.Handling, visit.Result) = (Maybe(random), Maybe(random), Maybe(random));
        (visit.DueOn, visit.DueText) = random.Next(3) switch { 0 => (on.AddDays(3), null), 1 => (on.AddDays(2), $"{on.AddDays(2).Month}月{on.AddDays(2).Day}日"), _ => ((DateOnly?)null, (string?)null) };
        visit.DeriveKeys();
        return visit;
    }

    private static Customer CustomerOf(int number, Random random)
    {
        var customer = new Customer($"KH{number:000000}", DateTime.UnixEpoch, null);
        var name = $"{Words[random.Next(Words.Length)].Replace("\n", "", StringComparison.Ordinal).Trim()}第{number}公司";
        customer.Rename(name, NameKey.OfCompany(name));
        customer.AssignTo(random.Next(4) == 0 ? null : World.Rep.UserId);
        customer.IndustryId = null;
        (customer.Need, customer.Remark, customer.NeedStage) = (Maybe(random), Maybe(random), random.Next(2) == 0 ? null : (NeedStage)random.Next(1, 7));
        (customer.Budget, customer.NeedQuantity) = (1m, 1);
        customer.PlanNext(random.Next(2) == 0 ? null : new DateOnly(2024, 4, random.Next(1, 30)), random.Next(2) == 0 ? null : random.Next(2) == 0 ? "提交方案" : "4月9日提交方案");
        if (random.Next(3) > 0)
        {
            var contact = new Contact { Customer = customer, Name = random.Next(5) == 0 ? "" : $"张{number}", IsPrimary = true };
            contact.Reach(random.Next(2) == 0 ? null : "经理", random.Next(2) == 0 ? $"138{number:00000000}" : "010-88888888 转 12", random.Next(2) == 0 ? null : $"a{number}@x.com");
            customer.Contacts.Add(contact);
        }

        if (random.Next(3) == 0)
        {
            customer.OverrideGradeWith((Grade)random.Next(1, 5), "导入", null, World.Boss.UserId);
            (customer.DeclaredAmount, customer.DeclaredDealCount, customer.DeclaredLastDealOn) = (random.Next(100_000) / 100m, random.Next(9), new DateOnly(2023, 5, 6));
        }

        return customer;
    }

    private static string? Maybe(Random random) => random.Next(3) == 0 ? null : CleanText.Lines(Words[random.Next(Words.Length)] + Words[random.Next(Words.Length)]);
}
