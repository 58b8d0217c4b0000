using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Customers.Pool;
using SalesCrm.Application.Database;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Demo;

/// <summary>Fills a database without customers with an invented company's two years; the same for the same seed and day.</summary>
public sealed class SeedDemo(CrmDbContext db, CompanyClock clock, CreateDemoPeople people)
{
    private const int Batch = 500;

    /// <summary>Above this the demo company gets two hundred people in thirty teams, and as many more for each further hundred thousand customers.</summary>
    private const int LargeCompany = 2_000;

    /// <param name="customers">How many customers.</param>
    /// <param name="seed">The same seed invents the same.</param>
    /// <param name="progress">Told the number of customers written.</param>
    /// <param name="cancellationToken">Stops the work; what was not yet committed is gone.</param>
    /// <returns>False when the database has customers already.</returns>
    public async Task<bool> RunAsync(int customers, int seed, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (await db.Customers.AnyAsync(cancellationToken))
        {
            return false;
        }

        await people.ExecuteAsync(null, cancellationToken);
        if (customers > LargeCompany)
        {
            await DemoCrowd.AddAsync(db, customers, new Random(seed), cancellationToken);
        }

        await AddCatalogueAsync(cancellationToken);
        var setting = await SettingAsync(customers, seed, cancellationToken);
        var fields = await DemoFields.AddAsync(db, setting, cancellationToken);
        var counters = new DemoCounters();
        if (customers > LargeCompany)
        {
            await db.Engine.FillAsync(db, [.. DemoWriter.Written.Select(type => db.Model.FindEntityType(type)!.GetTableName()!)], WriteAllAsync, cancellationToken);
        }
        else
        {
            await WriteAllAsync();
        }

        await FinishAsync(setting, counters, customers, cancellationToken);
        return true;

        async Task WriteAllAsync()
        {
            using var writer = new DemoWriter(db);
            for (var done = 0; done < customers; done += Batch)
            {
                var batch = new DemoBatch();
                var count = Math.Min(Batch, customers - done);
                for (var i = 0; i < count; i++)
                {
                    new DemoCustomer(setting, counters, batch, done + i).Invent();
                }

                if (done == 0)
                {
                    DemoTwins.Place(batch);
                }

                batch.FieldValues.AddRange(batch.Customers.SelectMany(fields.Of));
                await db.InTransactionAsync(Actor.System, async token =>
                {
                    await writer.WriteAsync(batch, token);
                    return 0;
                }, cancellationToken);
                progress?.Report(done + count);
            }
        }
    }

    private async Task AddCatalogueAsync(CancellationToken cancellationToken)
    {
        db.Products.AddRange(DemoWords.Products.Select(product => new Product { Name = product.Name, Series = product.Series, ListPrice = product.Price }));
        db.Competitors.AddRange(DemoWords.Competitors.Select(rival => new Competitor
        {
            Name = rival.Name,
            NameKey = NameKey.OfCompany(rival.Name),
            PriceLevel = rival.Price,
            Strengths = rival.Strength,
            Weaknesses = rival.Weakness,
            CounterStrategy = rival.Counter,
            Answers = $"我们{rival.Strength} → 看长期：{rival.Weakness}",
            Threat = ThreatLevel.Medium,
        }));
        await db.SaveAsync(Actor.System, cancellationToken);
    }

    private async Task<DemoSetting> SettingAsync(int customers, int seed, CancellationToken cancellationToken)
    {
        var words = await db.Dictionary.AsNoTracking().OrderBy(word => word.Id).ToListAsync(cancellationToken);
        long[] Of(DictionaryKind kind) => words.Where(word => word.Kind == kind).Select(word => word.Id).ToArray();
        return new DemoSetting(
            clock,
            clock.Today,
            seed,
            await db.Users.Where(user => user.Role == Role.Rep).OrderBy(user => user.Id).Select(user => user.Id).ToArrayAsync(cancellationToken),
            await db.Users.Where(user => user.Role == Role.Service).OrderBy(user => user.Id).Select(user => user.Id).ToArrayAsync(cancellationToken),
            words.Where(word => word.Kind == DictionaryKind.Industry).ToDictionary(word => word.Name, word => word.Id),
            Of(DictionaryKind.Source)[..5],
            Of(DictionaryKind.CompanySize),
            Of(DictionaryKind.LossReason),
            await db.Products.AsNoTracking().OrderBy(product => product.Id).ToListAsync(cancellationToken),
            await db.Competitors.OrderBy(rival => rival.Id).Select(rival => rival.Id).ToArrayAsync(cancellationToken),
            await db.Stages.AsNoTracking().ToDictionaryAsync(stage => stage.Code, cancellationToken),
            await db.GradingPolicies.AsNoTracking().OrderByDescending(policy => policy.Revision).FirstAsync(cancellationToken))
        {
            OpportunityShare = customers > LargeCompany ? 0.11 : 0.5,
        };
    }

    /// <summary>Open leads, the rules of the pool, targets of the last five quarters, the public form, and number sequences that go on where the demo ended.</summary>
    private async Task FinishAsync(DemoSetting setting, DemoCounters counters, int customers, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var random = new Random(setting.Seed + 1);
        foreach (var index in Enumerable.Range(0, Math.Min(customers / 10, 2_000)))
        {
            db.Leads.Add(DemoLead.Invent(setting, random, index));
        }

        if (!await db.Settings.AnyAsync(stored => stored.Name == PoolRules.Stored.Name, cancellationToken))
        {
            db.Settings.Add(PoolRules.Stored.Row(DemoPool.Rules(setting.Today)));
        }

        await SetTargetsAsync(Period.Around(setting.Today, PeriodKind.Quarter), cancellationToken);
        await db.InTransactionAsync(Actor.System, async token =>
        {
            db.NumberSequences.AddRange(counters.Numbers.Select(number => new NumberSequence { Prefix = number.Key, Last = number.Value }));
            await db.SaveChangesAsync(token);
            return 0;
        }, cancellationToken);
        db.ChangeTracker.Clear();
        await new DemoForms(db, setting).AddAsync(cancellationToken);
    }

    /// <summary>Targets from a year ago to the next quarter, the sales target a sixth above what was sold the quarter before, and one quarter's measure.</summary>
    private async Task SetTargetsAsync(Period current, CancellationToken cancellationToken)
    {
        var period = current.Next;
        for (var i = 0; i < 6; i++, period = period.Previous)
        {
            var (before, name) = (period.Previous, period.ToString());
            var sold = await db.Deals.Where(deal => deal.On >= before.First && deal.On <= before.Last).SumAsync(deal => deal.Amount, cancellationToken);
            db.Targets.AddRange(
                new Target { Period = name, Metric = Metric.Conversion, Value = 55m },
                new Target { Period = name, Metric = Metric.Aov, Value = 150_000m },
                new Target { Period = name, Metric = Metric.Repurchase, Value = 40m },
                new Target { Period = name, Metric = Metric.Cycle, Value = 48m },
                new Target { Period = name, Metric = Metric.Amount, Value = decimal.Round(Math.Max(sold, 600_000m) * 7 / 6 / 10_000) * 10_000 });
        }

        db.PeriodReports.Add(new PeriodReport { Period = current.Previous.ToString(), Measure = "增加“需求挖掘”专项培训，每周1次" });
    }
}
