using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Fields;

public sealed class FieldFilesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task L07_An_added_field_is_an_extra_last_column_and_survives_the_round_trip(int number)
    {
        var template = Templates.All[number - 1];
        var rating = await _database.AddFieldAsync(OwnFieldBook.Of("信用等级", FieldType.Choice, "优", "良"));
        var people = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", FieldType.Number));
        var day = await _database.AddFieldAsync(OwnFieldBook.Of("合同到期日", FieldType.Date));
        await _database.AddCustomerAsync("甲公司", new() { [rating] = "良", [people] = "1234.5", [day] = "2026-12-31" });
        await _database.AddCustomerAsync("乙公司", []);

        var exported = await TemplateRoundTripTests.ExportAsync(_database, template);
        Assert.EndsWith("Text:备注 | Text:信用等级 | Text:员工数 | Text:合同到期日", TemplateRoundTripTests.Tables(exported)[template.Name][0].TrimEnd(), StringComparison.Ordinal);
        var again = Assert.Single(await TemplateRoundTripTests.ImportAsync(_database, exported));
        Assert.Equal((0, 0, 2, 0), again.Report.Counts());

        await using var other = await TestDatabase.CreateAsync();
        foreach (var (name, type, choices) in new[] { ("信用等级", FieldType.Choice, new[] { "优", "良" }), ("员工数", FieldType.Number, []), ("合同到期日", FieldType.Date, []) })
        {
            await other.AddFieldAsync(OwnFieldBook.Of(name, type, choices));
        }

        Assert.Equal((2, 0, 0, 0), Assert.Single(await TemplateRoundTripTests.ImportAsync(other, exported)).Report.Counts());
        Assert.Equal([12_345_000, new DateOnly(2026, 12, 31).DayNumber], await other.Read(db => db.FieldValues.Where(value => value.Number > 100).OrderByDescending(value => value.Number).Select(value => value.Number!.Value).ToListAsync()));
        Assert.Equal(3, await other.Read(db => db.FieldValues.CountAsync()));
    }

    [Fact]
    public async Task A_file_changes_values_with_before_and_after_and_new_rows_need_what_is_required()
    {
        var field = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", FieldType.Number) with { IsRequired = true });
        await _database.AddCustomerAsync("甲公司", new() { [field] = "5" });
        var csv = Importing.Csv("客户名称,员工数", "甲公司,7", "乙公司,", "丙公司,不知道");
        var report = await _database.CheckAsync(Importing.Kind("customers"), csv);
        Assert.Equal((0, 1, 0, 2), report.Counts());
        var change = report.Rows.Single(row => row.Changes.Count > 0).Changes.Single();
        Assert.Equal(("员工数", "5", "7"), (change.LabelText.ToString(), change.Before, change.Now));

        Assert.Equal((0, 1, 0, 2), (await _database.CommitAsync(Importing.Kind("customers"), csv)).Counts());
        Assert.Equal(70_000, await _database.Read(db => db.FieldValues.Select(value => value.Number).SingleAsync()));
        Assert.Equal(1, await _database.Read(db => db.AuditEntries.CountAsync(entry => entry.FieldId == field && entry.Changes == "{\"Fields[" + field + "]\":[5,7]}")));
    }

    [Fact]
    public async Task Contacts_leads_and_opportunities_take_fields_from_files_too()
    {
        var contact = await _database.AddFieldAsync(OwnFieldBook.Of("爱好", FieldType.Text), FieldSubject.Contact);
        var lead = await _database.AddFieldAsync(OwnFieldBook.Of("展位号", FieldType.Text), FieldSubject.Lead);
        var opportunity = await _database.AddFieldAsync(OwnFieldBook.Of("投标项目", FieldType.YesNo), FieldSubject.Opportunity);
        await _database.AddCustomerAsync("甲公司", []);
        foreach (var (kind, csv) in new[]
        {
            ("contacts", Importing.Csv("客户名称,姓名,爱好", "甲公司,李四,围棋")),
            ("leads", Importing.Csv("公司,展位号", "乙公司,A12")),
            ("opportunities", Importing.Csv("机会编号,客户名称,投标项目", "A1,甲公司,是")),
        })
        {
            Assert.Equal((1, 0, 0, 0), (await _database.CommitAsync(Importing.Kind(kind), csv)).Counts());
            Assert.Equal((0, 0, 1, 0), (await _database.CommitAsync(Importing.Kind(kind), csv)).Counts());
        }

        Assert.Equal([(contact, "围棋", null), (lead, "A12", null), (opportunity, null, 1L)],
            (await _database.Read(db => db.FieldValues.OrderBy(value => value.FieldId).ToListAsync())).Select(value => (value.FieldId, value.Text, value.Number)));
    }

    [Fact]
    public async Task Who_may_not_see_a_field_neither_takes_it_out_nor_brings_it_in()
    {
        var hidden = await _database.AddFieldAsync(OwnFieldBook.Of("授信额度", FieldType.Money) with { Rep = false });
        await _database.AddCustomerAsync("甲公司", new() { [hidden] = "777" }, World.Rep);
        await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,授信额度", "甲公司,777"));
        Assert.DoesNotContain("授信额度", TemplateRoundTripTests.Tables(await TemplateRoundTripTests.ExportAsync(_database, Templates.Customers, World.Rep)).Single().Value[0], StringComparison.Ordinal);
        Assert.Equal((0, 0, 1, 0), (await _database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,授信额度", "甲公司,1"), actor: World.Rep)).Counts());
        Assert.Equal(77_700, await _database.Read(db => db.FieldValues.Select(value => value.Number).SingleAsync()));
    }
}
