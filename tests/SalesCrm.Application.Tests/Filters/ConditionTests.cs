using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Tests.Fields;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Filters;

public sealed class ConditionTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Every_field_splits_the_records_by_each_of_its_operators()
    {
        for (var at = 0; at < 6; at++)
        {
            await _database.AddCustomerAsync($"第{at}公司", []);
        }

        await _database.Read(async db =>
        {
            var (word, at) = (await db.Dictionary.FirstAsync(), 0);
            foreach (var customer in await db.Customers.OrderBy(c => c.Id).ToListAsync())
            {
                var even = at++ % 2 == 0;
                (customer.Budget, customer.Urgency, customer.IsDemandStable) = (even ? 50_000 : null, even ? 8 : null, at == 2 ? false : even ? true : null);
                (customer.IndustryId, customer.Province, customer.NeedStage) = (even ? word.Id : null, even ? "江苏" : null, even ? NeedStage.Comparing : null);
                customer.LastFollowUpAt = even ? _database.Clock.GetUtcNow().UtcDateTime.AddDays(-at * 30) : null;
                customer.PlanNext(even ? new DateOnly(2026, 1, at) : null, null);
                db.Leads.Add(new Lead { Company = $"线索{at}", CompanyKey = "", CreatedOn = new DateOnly(2026, 1, at), SourceId = even ? word.Id : null, BudgetScore = even ? 8 : null, Phone = even ? "1380000000" + at : null });
                db.Opportunities.Add(new Opportunity($"XS{at}", customer, even ? World.Rep.UserId : null, even ? new DateOnly(2026, 1, at) : null, _database.Clock.GetUtcNow().UtcDateTime)
                {
                    Name = $"商机{at}",
                    Amount = even ? 50_000 : null,
                    Risk = even ? RiskLevel.High : null,
                });
            }

            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });

        await _database.Read(async db =>
        {
            await SplitsAsync(db, CustomerRules.All, db.Customers);
            await SplitsAsync(db, LeadRules.All, db.Leads);
            await SplitsAsync(db, OpportunityRules.All, db.Opportunities);
            return 0;
        });
    }

    [Fact]
    public async Task A_condition_lets_through_what_it_says_and_everything_when_it_says_nothing()
    {
        await AddThreeAsync();
        foreach (var (text, names) in new[]
        {
            ("budget.ge.50000", "甲"),
            ("budget.le.1.2万", "乙"),
            ("budget.empty", "丙"),
            ("grade.in.D,A", "甲,乙,丙"),
            ("grade.not.D", ""),
            ("nextFollowUp.before.0d", "甲"),
            ("nextFollowUp.ge.7d", "乙"),
            ("lastFollowUp.before.-90d", "甲"),
            ("lastFollowUp.is.-90d", "乙"),
            ("name.has.甲", "甲"),
            ("phone.empty", "甲,乙,丙"),
            ("province.is.江苏", "甲"),
            ("budget.ge.viel", "甲,乙,丙"),
            ("password.is.x", "甲,乙,丙"),
            ("industry.in.1 or 1=1", "甲,乙,丙"),
            ("budget.1.5", "甲,乙,丙"),
        })
        {
            var found = (await ReadAsync(World.Admin, new PageRequest("created"), text)).Rows.Select(row => row.Name);
            Assert.Equal(text + " → " + names, text + " → " + string.Join(',', found));
        }

        Assert.Equal(3, (await ReadAsync(World.Rep, new PageRequest("created"), "created.le.0d")).Total);
        Assert.Equal(0, (await ReadAsync(World.Rep3, new PageRequest("created"), "created.le.0d")).Total);
    }

    [Fact]
    public async Task Walking_all_pages_under_conditions_gives_each_row_once()
    {
        for (var at = 0; at < 11; at++)
        {
            await _database.AddCustomerAsync($"第{at}公司", []);
        }

        var (seen, page) = (new List<long>(), await ReadAsync(World.Admin, new PageRequest("due", false, null, 4), "grade.in.D", "budget.filled"));
        seen.AddRange(page.Rows.Select(row => row.Id));
        while (page.Next is not null)
        {
            page = await ReadAsync(World.Admin, new PageRequest("due", false, page.Next, 4), "grade.in.D", "budget.filled");
            seen.AddRange(page.Rows.Select(row => row.Id));
        }

        Assert.Equal((11, 11, 11), (seen.Count, seen.Distinct().Count(), page.Total));
    }

    /// <summary>Empty and filled, in and not, before and not before, each make the whole; everything else runs and finds no more than that.</summary>
    private async Task SplitsAsync<T>(CrmDbContext db, FilterRules<T> rules, IQueryable<T> rows)
    {
        var clock = new CompanyClock(_database.Clock, CompanyClock.ZoneOf(null));
        var all = await rows.CountAsync();
        foreach (var field in rules.Fields)
        {
            var value = field.Kind switch
            {
                FilterKind.Choice => field.IsChoice("1") ? "1" : (await field.Choices!(db, World.Admin, CancellationToken.None))[0].Value,
                FilterKind.Date => "2026-01-03",
                FilterKind.YesNo => "true",
                FilterKind.Text => "江苏",
                _ => "8",
            };
            var counts = new Dictionary<Operator, int>();
            foreach (var asked in field.Operators)
            {
                var condition = Condition.Read(new Condition(field.Code, asked, value).ToString())!;
                Assert.True(field.Reads(condition), condition.ToString());
                counts[asked] = await rules.Narrow(rows, new ConditionSet([condition]), db, clock).CountAsync();
                Assert.InRange(counts[asked], 0, all);
            }

            if (counts.TryGetValue(Operator.Empty, out var empty))
            {
                Assert.True(all == empty + counts[Operator.Filled], field.Code);
            }

            if (counts.TryGetValue(Operator.In, out var chosen))
            {
                Assert.True(all == chosen + counts[Operator.Not], field.Code);
            }

            if (counts.TryGetValue(Operator.Before, out var before))
            {
                Assert.True((counts.TryGetValue(Operator.Filled, out var filled) ? filled : all) == before + counts[Operator.Ge], field.Code);
            }

            if (field.Operators is [Operator.Is])
            {
                var others = await rules.Narrow(rows, new ConditionSet([new Condition(field.Code, Operator.Is, "false")]), db, clock).CountAsync();
                Assert.True(all == others + counts[Operator.Is], field.Code);
            }
        }
    }

    private async Task AddThreeAsync()
    {
        var ids = new[] { await _database.AddCustomerAsync("甲", []), await _database.AddCustomerAsync("乙", []), await _database.AddCustomerAsync("丙", []) };
        var clock = new CompanyClock(_database.Clock, CompanyClock.ZoneOf(null));
        await _database.Read(async db =>
        {
            var (first, second) = (await db.Customers.SingleAsync(c => c.Id == ids[0]), await db.Customers.SingleAsync(c => c.Id == ids[1]));
            (first.Budget, first.Province, first.LastFollowUpAt) = (50_000, "江苏", clock.StartOf(clock.Today.AddDays(-90)).AddSeconds(-1));
            (second.Budget, second.LastFollowUpAt) = (12_000, clock.StartOf(clock.Today.AddDays(-90)));
            first.PlanNext(clock.Today.AddDays(-1), null);
            (await db.Customers.SingleAsync(c => c.Id == ids[2])).Budget = null;
            second.PlanNext(clock.Today.AddDays(7), null);
            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
    }

    private Task<Page<CustomerList.CustomerRow>> ReadAsync(Actor actor, PageRequest page, params string[] conditions)
        => _database.With<CustomerList, Page<CustomerList.CustomerRow>>(list => list.ReadAsync(new CustomerFilter { Conditions = ConditionSet.Of(conditions) }, page, actor, CancellationToken.None));
}
