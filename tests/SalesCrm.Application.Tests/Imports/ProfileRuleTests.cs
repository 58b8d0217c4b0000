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
    [InlineData("3/4/2023,12/31/2022", "2023-03-04")]
    [InlineData("3/4/2023,31/12/2022", "2023-04-03")]
    [InlineData("03.04.2023,31.12.2022", "2023-04-03")]
    [InlineData("3/4/24 7:42,12/31/23 19:05", "2024-03-04")]
    [InlineData("3/4/2024 9:00 PM,12/31/2023", "2024-03-04")]
    [InlineData("3/4/2024,5/6/2023", null)]
    [InlineData("3/4/2024,13/1/2023,1/13/2023", null)]
    public async Task Days_beyond_the_twelfth_say_how_all_dates_of_a_file_are_written(string dates, string? first)
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.CommitAsync(Importing.Kind("customers"), Importing.Csv(["客户名称,首次接触时间", .. dates.Split(',').Select((date, at) => $"客户{at},{date}")]));

        var met = await database.Read(db => db.Customers.Where(customer => customer.Name == "客户0").Select(customer => customer.FirstContactOn).ToListAsync());
        Assert.Equal(first is null ? [] : [DateOnly.ParseExact(first, "yyyy-MM-dd")], met.OfType<DateOnly>());
        Assert.Equal(first is null ? dates.Split(',').Length : 0, report.Refused);
    }

    [Fact]
    public async Task A_profile_says_how_dates_are_written_where_the_file_does_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        var profile = MappingProfile.Parse("""{ "kind": "customers", "dates": "dmy", "columns": { "name": "Name", "met": "FirstContactOn" } }""");

        await database.CommitAsync(profile, Importing.Csv("name,met", "Eins,3/4/2023"));

        Assert.Equal(new DateOnly(2023, 4, 3), await database.Read(db => db.Customers.Select(customer => customer.FirstContactOn).SingleAsync()));
        Assert.Contains("mdy", Assert.Throws<MappingRefusedException>(() => MappingProfile.Parse("""{ "kind": "customers", "dates": "ymd" }""")).Reason.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{First Name} {Last Name}", "伟", "赵", "赵伟")]
    [InlineData("{first_name} {last_name}", "若曦", "欧阳", "欧阳若曦")]
    [InlineData("{Last Name} {First Name}", "伟", "赵", "赵伟")]
    [InlineData("{First Name} {Last Name}", "John", "Smith", "John Smith")]
    [InlineData("{First Name} {Last Name}", "Wei", "赵", "Wei 赵")]
    [InlineData("{First Name} {Last Name}", "", "赵伟", "赵伟")]
    public async Task A_name_in_Chinese_characters_begins_with_the_familys(string template, string first, string last, string name)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (one, two) = template.Contains('_', StringComparison.Ordinal) ? ("first_name", "last_name") : ("First Name", "Last Name");
        var profile = new MappingProfile { Kind = "customers", Columns = new Dictionary<string, string> { ["name"] = "Name" }, Fields = new Dictionary<string, FieldRule> { ["ContactName"] = new() { Template = [template] } } };

        await database.CommitAsync(profile, Importing.Csv($"name,{one},{two},phone", $"甲公司,{first},{last},1"));

        Assert.Equal(name, await database.Read(db => db.Contacts.Select(contact => contact.Name).SingleAsync()));
    }

    [Fact]
    public async Task Reads_each_way_of_writing_a_date_and_shortens_what_is_too_long()
    {
        await using var database = await TestDatabase.CreateAsync();
        var profile = MappingProfile.Parse("""
            { "kind": "customers", "columns": { "name": "Name" },
              "fields": { "FirstContactOn": { "from": "met", "date": ["M/d/yyyy h:mm tt", "M/d/yyyy", "ddd, dd MMM yyyy HH:mm:ss zzz"], "zone": "America/New_York" }, "ShortName": { "from": "note", "most": 10 } },
              "values": { "ShortName": { "n/a": "" } } }
            """);
        var report = await database.CommitAsync(profile, Importing.Csv("name,met,note", "Eins,3/4/2024 10:00 PM,0123456789abc", "Zwei,3/4/2024,N/A", "\"Drei\",\"Mon, 04 Mar 2024 22:00:00 +00:00\",kurz", "Vier,2024-03-04 22:15,"));

        Assert.Equal((3, 0, 0, 1), report.Counts());
        var customers = await database.Read(db => db.Customers.OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([new DateOnly(2024, 3, 5), new DateOnly(2024, 3, 4), new DateOnly(2024, 3, 5)], customers.Select(c => c.FirstContactOn!.Value));
        Assert.Equal(["012345678…", null, "kurz"], customers.Select(c => c.ShortName));
    }

    [Fact]
    public async Task A_time_behind_a_day_does_no_harm()
    {
        await using var database = await TestDatabase.CreateAsync();
        var report = await database.CommitAsync(Importing.Kind("customers"), Importing.Csv("客户名称,首次接触时间", "甲公司,2024-01-05 09:15"));
        Assert.Equal((1, 0, 0, 0), report.Counts());
        Assert.Equal(new DateOnly(2024, 1, 5), await database.Read(db => db.Customers.Select(c => c.FirstContactOn!.Value).SingleAsync()));
    }

    [Theory]
    [InlineData("""{ "kind": "customers", "fields": { "Name": { "form": "a" } } }""", "不认识“form”，这里可以写 from")]
    [InlineData("""{ "kind": "customers", "fields": { "Name": { "html": true } } }""", "“Name”的规则要写 from 或 template 之一")]
    [InlineData("""{ "kind": "customers", "fields": { "Name": { "from": "a", "zone": "Mars" } } }""", "时区“Mars”不存在")]
    public void Says_what_a_profile_may_not_say(string json, string reason)
        => Assert.Contains(reason, Assert.Throws<MappingRefusedException>(() => MappingProfile.Parse(json)).Reason.ToString(), StringComparison.Ordinal);
}
