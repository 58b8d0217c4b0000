using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.External;

/// <summary>Several files of another system come in by the profiles that are handed out, linked by that system's own ids.</summary>
public sealed class MovingInTests : IAsyncLifetime
{
    private static readonly (string Profile, byte[] File)[] Files =
    [
        ("users", Importing.Csv("Id,Username,Email,FirstName,LastName,IsActive", "005A,li.na,li@example.com,娜,李,1", "005B,gone,,A,B,0")),
        ("accounts", Importing.Csv(
            "Id,IsDeleted,Name,Industry,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,Phone,Website,AnnualRevenue,NumberOfEmployees,Description,OwnerId,CreatedDate",
            "001A,,Acme,Technology,1 Main St,Austin,,,,512-555-0100,www.acme.example,1000000,120,,005A,2024-01-19T20:42:24.000+0000",
            "001B,,Acme,,,,,,,,,,,Second of the name,005A,2024-01-19T01:42:24.000+0000",
            "001X,1,Deleted,,,,,,,,,,,,005A,2024-01-19T01:42:24.000+0000")),
        ("contacts", Importing.Csv(
            "Id,IsDeleted,AccountId,FirstName,LastName,Title,Phone,MobilePhone,Email,Birthdate",
            "003A,,001B,Ann,Lee,CTO,,,ann@example.com,1980-02-03", "003B,,,Bob,Free,,,,bob@example.com,")),
        ("opportunities", Importing.Csv(
            "Id,IsDeleted,AccountId,Name,Description,StageName,Amount,Probability,CloseDate,NextStep,LeadSource,OwnerId,CreatedDate",
            "006A,,001A,Big deal,,Closed Won,\"$12,345.678\",100,2024-02-01,,Web,005A,2024-01-20T10:00:00.000Z", "006B,,001B,Other,,Discovery,500,40,2024-06-01,call,,005A,2024-01-20T10:00:00.000Z")),
        ("opportunity-history", Importing.Csv(
            "Id,IsDeleted,OpportunityId,StageName,Amount,CreatedDate,CreatedById",
            "008A,,006A,Prospecting,1,2024-01-20T10:00:00.000Z,005A", "008B,,006A,Prospecting,2,2024-01-21T10:00:00.000Z,005A", "008C,,006A,Closed Won,2,2024-02-01T10:00:00.000Z,005A", "008D,,006B,Discovery,500,2024-01-20T10:00:00.000Z,005A")),
        ("leads", Importing.Csv(
            "Id,IsDeleted,FirstName,LastName,Name,Company,Title,Phone,Email,Description,LeadSource,Status,OwnerId,CreatedDate,ConvertedAccountId,ConvertedOpportunityId",
            "00QA,,Cy,Old,Cy Old,Acme,,,,<p>Wants &amp; needs</p><p>more</p>,Web,Closed - Converted,005A,2024-01-01T00:00:00Z,001A,006A", "00QB,,Di,New,Di New,,,,,,Web,Open - Not Contacted,005A,2024-01-01T00:00:00Z,,")),
        ("cases", Importing.Csv(
            "Id,IsDeleted,CaseNumber,ContactId,AccountId,Type,Status,Subject,Priority,Reason,Description,CreatedDate",
            "500A,,0001,003A,,投诉,Closed,交货晚了,High,,,2024-02-02T00:00:00Z")),
        ("tasks", Importing.Csv(
            "Id,IsDeleted,WhoId,WhatId,AccountId,Subject,ActivityDate,Status,OwnerId,Description,TaskSubtype,CallDurationInSeconds,CallType,CallDisposition",
            "00TA,,003A,006B,,Phone call,2024-02-10,Completed,005A,talked,Call,300,Inbound,", "00TB,,00QB,,,Ring up,2024-04-10,Not Started,005A,,Call,,,", "00TC,,,001A,,Visit them,2024-04-01,Not Started,005A,,Task,,,", "00TD,,,001A,,Never,2024-04-01,Deferred,005A,,Task,,,")),
    ];

    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _database.Clock.GoTo(2024, 3, 1);
        foreach (var (profile, file) in Files)
        {
            Assert.Equal(0, (await ImportAsync(profile, file)).Refused);
        }
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Accounts_of_one_name_stay_several_and_their_records_find_them()
    {
        var acmes = await _database.Read(db => db.Customers.Include(c => c.Contacts).Include(c => c.Owner).Where(c => c.Name == "Acme").OrderBy(c => c.Id).ToListAsync());

        Assert.Equal(2, acmes.Count);
        Assert.Equal(("1 Main St, Austin", "李娜"), (acmes[0].Address, acmes[0].Owner!.DisplayName));
        Assert.Equal(new DateOnly(2024, 1, 20), acmes[0].FirstContactOn);
        Assert.Equal(("Ann Lee", "CTO"), (acmes[1].Contacts.Single().Name, acmes[1].Contacts.Single().Title));
        Assert.False(await _database.Read(db => db.Customers.AnyAsync(c => c.Name == "Deleted")));
        Assert.Equal(12345.68m, await _database.Read(db => db.Deals.Where(deal => deal.Customer!.Id == acmes[0].Id).Select(deal => deal.Amount).SingleAsync()));
        Assert.Equal(StageCode.NeedsAnalysis, await _database.Read(db => db.Opportunities.Where(o => o.CustomerId == acmes[1].Id).Select(o => o.Stage).SingleAsync()));
    }

    [Fact]
    public async Task Calls_and_cases_hang_on_the_customer_of_whom_they_name()
    {
        var visit = await _database.Read(db => db.Visits.Include(v => v.Customer).Include(v => v.Contact).Include(v => v.Opportunity).Include(v => v.Visitor).SingleAsync());
        Assert.Equal(("Ann Lee", "006B", "li.na", true), (visit.Contact!.Name, visit.Opportunity!.Number, visit.Visitor!.UserName, visit.IsInbound));
        Assert.Equal("talked\n通话 300 秒", visit.Feedback);

        var complaint = await _database.Read(db => db.CustomerEvents.SingleAsync(e => e.On == new DateOnly(2024, 2, 2)));
        Assert.Equal((visit.CustomerId, "投诉：交货晚了（已关闭）。优先级：High 工单号：0001"), (complaint.CustomerId, complaint.Text));
    }

    [Fact]
    public async Task What_is_planned_becomes_the_next_step()
    {
        var customer = await _database.Read(db => db.Customers.Include(c => c.Events).SingleAsync(c => c.NextFollowUpOn != null));
        Assert.Equal((new DateOnly(2024, 4, 1), "Visit them"), (customer.NextFollowUpOn!.Value, customer.NextFollowUpText));
        Assert.Equal("计划其他：Visit them", customer.Events.Single().Text);
        Assert.Equal(new DateOnly(2024, 4, 10), await _database.Read(db => db.Leads.Where(lead => lead.Company == "Di New").Select(lead => lead.NextFollowUpOn).SingleAsync()));
    }

    [Fact]
    public async Task A_converted_lead_points_to_what_it_became()
    {
        var lead = await _database.Read(db => db.Leads.Include(l => l.Customer).Include(l => l.Opportunity).SingleAsync(l => l.Status == LeadStatus.Converted));
        Assert.Equal(("Acme", "006A", "Wants & needs\nmore"), (lead.Customer!.Name, lead.Opportunity!.Number, lead.Need));
    }

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        var before = await _database.Read(db => db.AuditEntries.CountAsync());
        foreach (var (profile, file) in Files)
        {
            var report = await ImportAsync(profile, file);
            Assert.Equal((profile, report.Total), (profile, report.Unchanged));
        }

        Assert.Equal(before + Files.Length, await _database.Read(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task A_link_to_what_is_not_there_is_refused()
    {
        var file = Importing.Csv("Id,IsDeleted,AccountId,FirstName,LastName,Title,Phone,MobilePhone,Email,Birthdate", "003Z,,001Z,Ann,Lee,,,,,", "003A,,001A,Ann,Lee,,,,,", "003Y,,001A,Ann,Lee,,,,,", "003Y,,001A,Ann,Lee,,,,,");
        var report = await ImportAsync("contacts", file);

        Assert.Equal(["没有外部编号为“001Z”的记录，请先导入它", "这位联系人在客户“Acme”名下，或已归档", "与第 4 行的外部编号相同"], report.Rows.SelectMany(row => row.Problems).Select(problem => problem.ReasonText.ToString()));
    }

    private Task<Application.Imports.Rows.ImportReport> ImportAsync(string profile, byte[] file)
        => _database.CommitAsync(MappingProfile.Parse(Importing.Example($"salesforce/{profile}.json")), file);
}
