using Microsoft.EntityFrameworkCore;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.Kinds;

public sealed class FutureDayTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task No_opportunity_new_or_known_is_identified_later_than_today()
    {
        var known = await _database.OpportunityAsync(await _database.HasOpportunityAsync(await _database.HasCustomerAsync("云启医疗", World.Rep), World.Rep));

        var report = await _database.CommitAsync(
            Importing.Kind("opportunities"), Importing.Csv("机会编号,客户名称,当前阶段,识别日期", $"{known.Number},云启医疗,,2030-01-01", "M1,云启医疗,需求确认,2030-01-01"), actor: World.Rep);

        Assert.Equal(["识别日期不能晚于今天", "识别日期不能晚于今天"], report.Rows.Select(row => row.Problems.Single().ReasonText.ToString()));
        Assert.Equal(known.IdentifiedOn, (await _database.OpportunityAsync(known.Id)).IdentifiedOn);
    }

    [Fact]
    public async Task No_lead_is_created_later_than_today()
    {
        var report = await _database.CommitAsync(Importing.Kind("leads"), Importing.Csv("公司,联系人,创建日期", "云启医疗,张三,2030-01-01", "澜图科技,李四,2024-04-01"), actor: World.Rep);

        Assert.Equal("创建日期不能晚于今天", report.Reason());
        Assert.Equal(["澜图科技"], await _database.Read(db => db.Leads.Select(lead => lead.Company).ToListAsync()));
    }
}
