using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Application.Tests.Leads;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Customers;

/// <summary>A province has one name, however it was typed.</summary>
public sealed class ProvinceTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("江苏省", "江苏")]
    [InlineData("北京市", "北京")]
    [InlineData("广西壮族自治区", "广西")]
    [InlineData("宁夏回族自治区", "宁夏")]
    [InlineData("新疆维吾尔自治区", "新疆")]
    [InlineData("内蒙古自治区", "内蒙古")]
    [InlineData("香港特别行政区", "香港")]
    [InlineData("上海", "上海")]
    [InlineData("华东", "华东")]
    [InlineData("苏州市", "苏州市")]
    [InlineData("加州省", "加州省")]
    [InlineData(null, null)]
    public void A_known_one_is_kept_by_its_short_name_and_other_words_as_typed(string? typed, string? kept) => Assert.Equal(kept, PlaceNames.Province(typed));

    [Fact]
    public async Task Forms_and_files_write_the_same()
    {
        var customer = await CustomerInputs.CompleteAsync(_database);
        customer.Province = "江苏省";
        Assert.True((await _database.With<CreateCustomer, Outcome<long>>(create => create.ExecuteAsync(customer, World.Rep, CancellationToken.None))).IsDone);
        var lead = await LeadInputs.CompleteAsync(_database);
        lead.Province = "江苏省";
        Assert.True((await LeadInputs.CreateAsync(_database, lead, World.Rep)).IsDone);
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,省份", "甲公司,江苏省"));
        await _database.CommitAsync(Importing.Kind("leads"), Importing.Csv("公司,省份", "乙公司,江苏省"));

        Assert.Equal(["江苏"], await _database.Read(db => db.Customers.Select(row => row.Province).Concat(db.Leads.Select(row => row.Province)).Distinct().ToListAsync()));
        Assert.Equal((0, 0, 1, 0), (await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,省份", "甲公司,江苏省"))).Counts());
    }

    [Theory]
    [InlineData("江苏省", 2)]
    [InlineData("江苏", 2)]
    [InlineData("苏州市", 1)]
    [InlineData("江", 0)]
    public async Task Lists_find_it_by_either_name_on_older_files_too(string typed, int found)
    {
        await _database.Read(async db =>
        {
            foreach (var (name, province) in new[] { ("甲公司", "江苏"), ("乙公司", "江苏省"), ("丙公司", "苏州市"), ("丁公司", null) })
            {
                db.Leads.Add(new Lead { Company = name, CompanyKey = name, CreatedOn = new DateOnly(2026, 1, 1), Province = province });
            }

            await db.SaveAsync(World.Admin, CancellationToken.None);
            return 0;
        });
        foreach (var name in new[] { "甲公司", "乙公司", "丙公司", "丁公司" })
        {
            await CustomerInputs.CreateAsync(_database, name, World.Rep);
        }

        await _database.Read(async db =>
        {
            await db.Customers.Where(row => row.Name == "甲公司").ExecuteUpdateAsync(set => set.SetProperty(row => row.Province, "江苏"));
            await db.Customers.Where(row => row.Name == "乙公司").ExecuteUpdateAsync(set => set.SetProperty(row => row.Province, "江苏省"));
            await db.Customers.Where(row => row.Name == "丙公司").ExecuteUpdateAsync(set => set.SetProperty(row => row.Province, "苏州市"));
            await db.Customers.Where(row => row.Name == "丁公司").ExecuteUpdateAsync(set => set.SetProperty(row => row.Province, (string?)null));
            var clock = new CompanyClock(_database.Clock, CompanyClock.ZoneOf(null));
            var asked = new ConditionSet([new Condition("province", Operator.Is, typed)]);
            Assert.Equal(found, await LeadRules.All.Narrow(db.Leads, asked, db, clock).CountAsync());
            Assert.Equal(found, await CustomerRules.All.Narrow(db.Customers, asked, db, clock).CountAsync());
            return 0;
        });
    }
}
