using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Duplicates;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.Kinds;

/// <summary>A company's own number belongs to nobody.</summary>
public sealed class CompanyPhoneTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Stands_under_the_switchboard_and_makes_no_main_contact()
    {
        var accounts = Importing.Csv("Account Name,Phone", "甲公司,021-61234567");
        Assert.Equal((1, 0, 0, 0), (await _database.CommitAsync(Importing.Kind("customers"), accounts)).Counts());
        Assert.Equal([("总机", "021-61234567", false)], await ContactsAsync());
        Assert.Equal((0, 0, 1, 0), (await _database.CommitAsync(Importing.Kind("customers"), accounts)).Counts());

        await _database.CommitAsync(Importing.Kind("contacts"), Importing.Csv("客户名称,姓名,手机", "甲公司,赵伟,13800138000"));
        Assert.Equal((0, 1, 0, 0), (await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("Account Name,Phone", "甲公司,021-69999999"))).Counts());
        Assert.Equal([("总机", "021-69999999", false), ("赵伟", null, true)], await ContactsAsync());
    }

    [Fact]
    public async Task Is_found_as_a_duplicate_by_it()
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("Account Name,Phone", "甲公司,021-61234567"));

        var found = await _database.With<CustomerDuplicates, IReadOnlyList<CustomerDuplicates.DuplicateRow>>(duplicates => duplicates.FindAsync("乙公司", ["(021) 6123 4567"], [], null, World.Admin, CancellationToken.None));
        Assert.Equal("甲公司", Assert.Single(found).Name);
    }

    [Theory]
    [InlineData("13800138000", "")]
    [InlineData("/经理/021-61234567", "")]
    public async Task A_mobile_or_a_post_is_a_persons_whose_name_is_missing(string cell, string name)
    {
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv($"客户名称,{(cell.Contains('/', StringComparison.Ordinal) ? "联系人信息" : "联系电话")}", $"甲公司,{cell}"));
        Assert.Equal((name, true), await _database.Read(db => db.Contacts.Select(contact => new ValueTuple<string, bool>(contact.Name, contact.IsPrimary)).SingleAsync()));
    }

    private Task<List<(string, string?, bool)>> ContactsAsync()
        => _database.Read(db => db.Contacts.OrderBy(contact => contact.Id).Select(contact => new ValueTuple<string, string?, bool>(contact.Name, contact.Phone, contact.IsPrimary)).ToListAsync());
}
