using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>What a profile can make of the columns of a foreign file.</summary>
public sealed class ProfileRuleTests
{
    [Fact]
    public async Task Makes_fields_of_foreign_columns()
    {
        await using var database = await TestDatabase.CreateAsync();
        var profile = MappingProfile.Parse("""
            {
              "kind": "customers",
              "columns": { "name": "Name" },
              "fields": {
                "ContactName": { "from": "person", "split": "/" },
                "ContactPhone": { "from": "person", "split": "/", "part": -1 },
                "Budget": { "from": "budget", "number": true, "decimal": "," },
                "FirstContactOn": { "from": "met", "date": ["MM/dd/yyyy HH:mm"], "zone": "America/New_York" },
                "Address": { "template": "{street}, {city}" },
                "Remark": { "from": ["note", "more"], "html": true },
                "NeedStage": { "from": "step" }
              },
              "values": { "NeedStage": { "won": "已成交", "*": "初步了解" } },
              "skipWhere": { "gone": ["1"] }
            }
            """);
        var report = await database.CommitAsync(profile, Importing.Csv(
            "name,person,budget,met,street,city,note,more,step,gone",
            "Eins,张三/经理/13800138000,\"€ 1.234,567\",03/04/2024 22:00,,Wien,,<div>a &lt; b</div><br>c,anything,0",
            "Zwei,,,,,,,,won,0", "Drei,,,,,,,,,1"));

        Assert.Equal(((2, 0, 0, 0), "按映射文件的规则跳过了 1 行"), (report.Counts(), Assert.Single(report.WarningTexts).ToString()));
        var one = await database.Read(db => db.Customers.Include(c => c.Contacts).SingleAsync(c => c.Name == "Eins"));
        Assert.Equal(("张三", "13800138000"), (one.Contacts.Single().Name, one.Contacts.Single().Mobile));
        Assert.Equal((1234.57m, new DateOnly(2024, 3, 5), "Wien", "a < b\nc"), (one.Budget!.Value, one.FirstContactOn!.Value, one.Address, one.Remark));
        Assert.Equal(Application.Customers.NeedStage.Initial, one.NeedStage);
    }

    [Theory]
    [InlineData("""{ "kind": "customers", "fields": { "Name": { "form": "a" } } }""", "不认识“form”，这里可以写 from")]
    [InlineData("""{ "kind": "customers", "fields": { "Name": { "html": true } } }""", "“Name”的规则要写 from 或 template 之一")]
    [InlineData("""{ "kind": "customers", "fields": { "Name": { "from": "a", "zone": "Mars" } } }""", "时区“Mars”不存在")]
    public void Says_what_a_profile_may_not_say(string json, string reason)
        => Assert.Contains(reason, Assert.Throws<MappingRefusedException>(() => MappingProfile.Parse(json)).Reason.ToString(), StringComparison.Ordinal);
}
