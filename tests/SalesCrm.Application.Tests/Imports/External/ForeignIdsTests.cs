using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Tests.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.External;

/// <summary>Ids of another system that mean records which the one who imports may not see: for him they were never given.</summary>
public sealed class ForeignIdsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _own;
    private long _foreign;
    private long _contact;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _own = await _database.CustomerOfAsync("自己的客户有限公司", World.Rep);
        _foreign = await _database.CustomerOfAsync("别人的客户有限公司", World.Rep3);
        _contact = await _database.Read(async db =>
        {
            var contact = new Contact { CustomerId = _foreign, Name = "暗线联系人", Mobile = "13912345678" };
            db.Add(contact);
            await db.SaveAsync(World.Rep3, CancellationToken.None);
            db.Add(new ExternalId { System = "sf", Subject = ExternalSubject.Customer, Code = "MINE", RecordId = _own });
            db.Add(new ExternalId { System = "sf", Subject = ExternalSubject.Customer, Code = "A1", RecordId = _foreign });
            db.Add(new ExternalId { System = "sf", Subject = ExternalSubject.Contact, Code = "C1", RecordId = contact.Id });
            await db.SaveAsync(World.Rep3, CancellationToken.None);
            return contact.Id;
        });
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_follow_up_takes_no_contact_of_a_foreign_customer()
    {
        var profile = Profile("visits", ("cust", "CustomerExternalId"), ("who", "ContactExternalId"), ("when", "At"), ("how", "Method"), ("what", "Feedback"));
        var known = await _database.CheckAsync(profile, Importing.Csv("cust,who,when,how,what", "MINE,C1,2024-03-01,电话,问价"), actor: World.Rep);
        var unknown = await _database.CheckAsync(profile, Importing.Csv("cust,who,when,how,what", "MINE,C9,2024-03-01,电话,问价"), actor: World.Rep);

        Assert.Equal(unknown.Reason().Replace("C9", "C1", StringComparison.Ordinal), known.Reason());
        Assert.DoesNotContain("暗线", known.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opportunity_whose_file_has_a_number_only_is_found_by_it()
    {
        await _database.CommitAsync(Profile("opportunities", ("no", "Number"), ("cust", "CustomerExternalId"), ("name", "Name")), Importing.Csv("no,cust,name", "OPP-1,MINE,一期"), actor: World.Rep);

        var calls = Profile("visits", ("opp", "OpportunityExternalId"), ("when", "At"), ("how", "Method"), ("what", "Feedback"));
        Assert.Equal((1, 0, 0, 0), (await _database.CommitAsync(calls, Importing.Csv("opp,when,how,what", "OPP-1,2024-03-01,电话,问价"), actor: World.Rep)).Counts());
        Assert.True(await _database.Read(db => db.Visits.AnyAsync(visit => visit.Opportunity!.Number == "OPP-1" && visit.CustomerId == _own)));
    }

    [Fact]
    public async Task What_was_won_or_lost_is_so_whatever_step_the_other_system_left_it_at()
    {
        var report = await _database.CommitAsync(
            new MappingProfile { Kind = "opportunities", System = "crm" },
            Importing.Csv("Number,Potential Customer,Topic,Est. revenue,Sales Stage,Status,Actual Close Date", "O1,自己的客户有限公司,一,100,Close,Won,2024-02-01", "O2,自己的客户有限公司,二,100,Develop,Lost,2024-02-02", "O3,自己的客户有限公司,三,100,方案呈现与谈判,Open,", "O4,自己的客户有限公司,四,100,Develop,Gone,"), actor: World.Rep);

        Assert.Equal((3, 0, 0, 1), report.Counts());
        var opportunities = await _database.Read(db => db.Opportunities.OrderBy(row => row.Number).Select(row => new { row.Number, row.Status }).ToListAsync());
        Assert.Equal(["O1 Won", "O2 Lost", "O3 Open"], opportunities.Select(row => $"{row.Number} {row.Status}"));
    }

    [Fact]
    public async Task Opportunities_of_a_table_without_numbers_get_them_once()
    {
        var file = Importing.Csv("客户名称,商机名称,创建日期,预计金额", "自己的客户有限公司,一期,2024-01-05,100", "自己的客户有限公司,一期,2024-02-05,200", "自己的客户有限公司,二期,2024-02-05,300", "自己的客户有限公司,二期,2024-02-05,400");

        Assert.Equal((3, 0, 0, 1), (await _database.CheckAsync(Importing.Kind("opportunities"), file, actor: World.Rep)).Counts());
        var report = await _database.CommitAsync(Importing.Kind("opportunities"), file, actor: World.Rep);
        Assert.Equal((3, 0, 0, 1), report.Counts());
        Assert.Equal("与第 4 行是同一家客户的同名商机，请加上机会编号一列", report.Reason());
        Assert.Equal(3, (await _database.Read(db => db.Opportunities.Select(row => row.Number).ToListAsync())).Distinct().Count(number => number.StartsWith("XS", StringComparison.Ordinal)));

        var again = await _database.CommitAsync(Importing.Kind("opportunities"), Importing.Csv("客户名称,商机名称,创建日期,预计金额", "自己的客户有限公司,一期,2024-01-05,100", "自己的客户有限公司,一期,2024-02-05,250", "自己的客户有限公司,一期,,1"), actor: World.Rep);
        Assert.Equal((0, 1, 1, 1), again.Counts());
        Assert.Equal("这家客户有 2 个同名商机，请加上机会编号一列", again.Reason());
    }

    [Fact]
    public async Task A_lead_who_is_no_customer_yet_is_named_by_his_company_among_the_words_that_are_not_known()
    {
        await _database.CommitAsync(Profile("leads", ("id", "ExternalId"), ("name", "Company")), Importing.Csv("id,name", "L1,未转化有限公司"), actor: World.Admin);

        var report = await _database.CheckAsync(Profile("visits", ("type", "ParentType"), ("parent", "ParentExternalId"), ("when", "At"), ("how", "Method"), ("what", "Feedback")), Importing.Csv("type,parent,when,how,what", "Lead,L1,2024-03-01,电话,问价", "Lead,L1,2024-03-02,电话,再问"), actor: World.Admin);

        var missing = Assert.Single(report.Missing);
        Assert.Equal(("线索的公司（作为客户）", "LeadCustomer", ("未转化有限公司", 2)), (missing.Label.ToString(), missing.Create, Assert.Single(missing.Words)));
    }

    [Fact]
    public async Task A_contact_with_a_foreign_id_is_new_and_the_id_stays_with_whom_it_means()
    {
        var profile = Profile("contacts", ("id", "ExternalId"), ("cust", "CustomerExternalId"), ("name", "Name"), ("mobile", "Mobile"));
        var report = await _database.CommitAsync(profile, Importing.Csv("id,cust,name,mobile", "C1,MINE,新来的,13700000001"), actor: World.Rep);

        Assert.Equal((1, 0, 0, 0), report.Counts());
        Assert.Equal(_contact, await _database.Read(db => db.ExternalIds.Where(row => row.Code == "C1").Select(row => row.RecordId).SingleAsync()));
        Assert.Equal("暗线联系人", await _database.Read(db => db.Contacts.Where(row => row.Id == _contact).Select(row => row.Name).SingleAsync()));
    }

    [Fact]
    public async Task An_id_that_is_known_under_another_system_says_under_which_to_those_who_see_its_record()
    {
        var profile = Profile("contacts", ("cust", "CustomerExternalId"), ("name", "Name")) with { System = "hubspot" };

        Assert.Equal("没有外部编号为“MINE”的记录；在「sf」下有此编号，请检查“来自哪个系统”", (await _database.CheckAsync(profile, Importing.Csv("cust,name", "MINE,新来的"), actor: World.Rep)).Reason());
        Assert.Equal("没有外部编号为“A1”的记录，请先导入它", (await _database.CheckAsync(profile, Importing.Csv("cust,name", "A1,新来的"), actor: World.Rep)).Reason());
        Assert.Equal("没有外部编号为“A1”的记录；在「sf」下有此编号，请检查“来自哪个系统”", (await _database.CheckAsync(profile, Importing.Csv("cust,name", "A1,新来的"), actor: World.Rep3)).Reason());
    }

    [Fact]
    public async Task Who_sees_both_customers_still_does_not_mix_their_records()
    {
        var profile = Profile("visits", ("cust", "CustomerExternalId"), ("who", "ContactExternalId"), ("when", "At"), ("how", "Method"), ("what", "Feedback"), ("by", "Visitor"));
        var report = await _database.CommitAsync(profile, Importing.Csv("cust,who,when,how,what,by", "MINE,C1,2024-03-01,电话,问价,rep"), actor: World.Admin);

        Assert.Equal((1, 0, 0, 0), report.Counts());
        Assert.Null(await _database.Read(db => db.Visits.Where(row => row.CustomerId == _own).Select(row => row.ContactId).SingleAsync()));
    }

    private static MappingProfile Profile(string kind, params (string Column, string Field)[] columns)
        => new() { Kind = kind, System = "sf", Columns = columns.ToDictionary(column => column.Column, column => column.Field) };
}
