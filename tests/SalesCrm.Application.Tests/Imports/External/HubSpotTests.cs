using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.External;

/// <summary>HubSpot's exports: one number range for each object, several associated ids in a cell, dates as Americans write them, a mark at the start of the file, leads among the contacts.</summary>
public sealed class HubSpotTests : IAsyncLifetime
{
    private const int Many = 150;

    private static readonly (string Profile, byte[] File)[] Files =
    [
        ("companies", Csv(
            "Record ID,Company name,Company owner,Create Date,Phone Number,City,Country/Region,Industry,Street Address,Postal Code,State/Region,Website URL,Company Domain Name,Number of Employees,Description,Parent Company,,",
            number => $"{number},Company {number},Anna Müller,2024-01-{1 + (number % 28):00} 09:15,+1 212-555-{number:0000},\"New York\",United States,COMPUTER_SOFTWARE,{number} Main St,10001,NY,,c{number}.example.com,{number * 10},\"Line one\nLine \"\"two\"\"\",,,",
            "901,Group AG,Anna Müller,2024-01-05 09:15,,Zürich,Switzerland,,,,,,group.example,1200,,,,", "902,Daughter GmbH,,2024-01-05 09:15,,,,,,,,,,,,Group AG,,")),
        ("contacts", People),
        ("leads", People),
        ("deals", Csv(
            "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Amount in company currency,Close Date,Create Date,Deal owner,Closed Lost Reason,Deal Description,Next step,Associated Company IDs,Associated Contact IDs",
            number => $"{number},Deal {number},{(number % 3 == 0 ? "Closed Won (Sales Pipeline)" : "Contract Sent")},Sales Pipeline,,\"$1,{number:000}.50\",2024-02-{1 + (number % 28):00} 16:00,2024-01-02 10:00,Anna Müller,,,,{number},{number}",
            "951,Lost one,Closed Lost,Sales Pipeline,500,500,2024-02-03 10:00,2024-01-02 10:00,Anna Müller,Went with a rival,<p>Long <b>story</b></p>,,902;901,")),
        ("tickets", Csv(
            "Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Priority,Category,Ticket description,Associated Company IDs (Primary),Associated Contact IDs",
            number => $"{number},Broken {number},Support Pipeline,Waiting on us (Support Pipeline),2024-02-10 08:00,HIGH,PRODUCT_ISSUE,\"It does not\nstart\",{number},{number}")),
        ("calls", Csv(
            "Record ID,Call Title,Activity date,Call direction,Call outcome,Call duration,Call notes,Activity assigned to,Associated Contact IDs,Associated Company IDs,Associated Deal IDs",
            number => $"{number},Call {number},02/{1 + (number % 28):00}/2024 11:30 PM,{(number % 2 == 0 ? "INBOUND" : "OUTBOUND")},Connected,00:02:05,\"<p>Spoke &amp; agreed</p>\",Anna Müller,{number},{number};901,{number}",
            "981,Asked about prices,02/09/2024 9:05 AM,Inbound,Left voicemail,,,Anna Müller,801,,")),
        ("meetings", Csv(
            "Record ID,Meeting name,Meeting start time,Meeting end time,Meeting outcome,Meeting description,Internal meeting notes,Meeting location,Location type,Activity assigned to,Associated Contact IDs,Associated Company IDs,Associated Deal IDs",
            number => $"{number + 5000},Meeting {number},02/12/2024 2:00 PM,02/12/2024 3:00 PM,Completed,,noted,Office,In person,Anna Müller,{number},{number},",
            "985,Next round,05/06/2024 2:00 PM,,,,,,,Anna Müller,,901,", "986,Cancelled,02/06/2024 2:00 PM,,Canceled,,,,,Anna Müller,,901,")),
    ];

    private static byte[] People => Csv(
        "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,Associated Company IDs,Associated Company,Lifecycle Stage,Lead Status,Contact owner,Create Date,Original Source,Message,City,Unsubscribed",
        number => $"{number},First{number},Last{number},p{number}@c{number}.example.com,,+1 917-555-{number:0000},\"{new string('V', number % 90)} President\",Company {number},{number};902,Company {number},Customer,,Anna Müller,2024-01-03 12:00,Direct Traffic,,,false",
        "801,Jörg,Lead,jl@prospect.example,,,Buyer,Prospect Ltd,,,Lead,Attempted to Contact,Anna Müller,2024-01-20 08:30,Paid Search,<p>Call me</p>,Bern,true");

    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _database.Clock.GoTo(2024, 3, 1);
        foreach (var (profile, file) in Files)
        {
            var report = await ImportAsync(profile, file);
            Assert.Empty(report.Rows.SelectMany(row => row.Problems, (row, problem) => $"{profile} {row.Row}: {problem.ReasonText}"));
        }
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Everything_hangs_where_its_associated_ids_say()
    {
        var company = await _database.Read(db => db.Customers.Include(c => c.Contacts).Include(c => c.Industry).Include(c => c.Owner).SingleAsync(c => c.Name == "Company 7"));
        Assert.Equal(("COMPUTER_SOFTWARE", "Anna Müller", "Line one\nLine \"two\""), (company.Industry!.Name, company.Owner!.DisplayName, company.Remark!.ReplaceLineEndings("\n")));
        Assert.Equal(("First7 Last7", "VVVVVVV President"), (company.Contacts.Single(c => c.IsPrimary).Name, company.Contacts.Single(c => c.IsPrimary).Title));

        var call = await _database.Read(db => db.Visits.Include(v => v.Contact).Include(v => v.Opportunity).SingleAsync(v => v.Topic == "Call 7"));
        Assert.Equal((company.Id, "First7 Last7", "7", false), (call.CustomerId, call.Contact!.Name, call.Opportunity!.Number, call.IsInbound));
        Assert.Equal((new DateOnly(2024, 2, 9), "Spoke & agreed\n时长：00:02:05"), (call.On, call.Feedback));
        Assert.Equal((VisitMethod.Visit, company.Id), await _database.Read(db => db.Visits.Where(v => v.Topic == "Meeting 7").Select(v => ValueTuple.Create(v.Method, v.CustomerId)).SingleAsync()));
        Assert.Equal("PRODUCT_ISSUE：Broken 7（处理中）。It does not start 优先级：HIGH", await _database.Read(db => db.CustomerEvents.Where(e => e.CustomerId == company.Id).Select(e => e.Text).SingleAsync()));
    }

    [Fact]
    public async Task Deals_come_with_their_stage_and_amount()
    {
        var won = await _database.Read(db => db.Deals.Where(deal => deal.Customer!.Name == "Company 9").Select(deal => deal.Amount).SingleAsync());
        Assert.Equal(1009.50m, won);
        var lost = await _database.Read(db => db.Opportunities.Include(o => o.Customer).Include(o => o.LossReason).SingleAsync(o => o.Number == "951"));
        Assert.Equal((StageCode.Lost, "Daughter GmbH", "Went with a rival", "Long story"), (lost.Stage, lost.Customer!.Name, lost.LossReason!.Name, lost.Need));
        Assert.Equal(Many - (Many / 3), await _database.Read(db => db.Opportunities.CountAsync(o => o.Stage == StageCode.Contract)));
    }

    [Fact]
    public async Task Leads_stand_among_the_contacts_and_come_apart()
    {
        var lead = await _database.Read(db => db.Leads.SingleAsync());
        Assert.Equal(("Prospect Ltd", "Jörg Lead", LeadStatus.Working, "Call me"), (lead.Company, lead.Person, lead.Status, lead.Need));
        Assert.Equal(Many, await _database.Read(db => db.Contacts.CountAsync(contact => contact.Name.StartsWith("First"))));
        Assert.Equal("Prospect Ltd", await _database.Read(db => db.Visits.Where(v => v.Topic == "Asked about prices").Select(v => v.Customer!.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_parent_company_stands_in_the_note_and_a_meeting_ahead_is_the_next_step()
    {
        Assert.Equal("上级公司：Group AG", await _database.Read(db => db.Customers.Where(c => c.Name == "Daughter GmbH").Select(c => c.Remark).SingleAsync()));
        Assert.Equal((new DateOnly(2024, 5, 7), "Next round"), await _database.Read(db => db.Customers.Where(c => c.Name == "Group AG").Select(c => ValueTuple.Create(c.NextFollowUpOn!.Value, c.NextFollowUpText!)).SingleAsync()));
    }

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        foreach (var (profile, file) in Files)
        {
            var report = await ImportAsync(profile, file);
            Assert.Equal((profile, report.Total), (profile, report.Unchanged));
        }
    }

    private static byte[] Csv(string header, Func<int, string> row, params string[] more)
        => [.. Encoding.UTF8.Preamble, .. Importing.Csv([header, .. Enumerable.Range(1, Many).Select(row), .. more])];

    private Task<Application.Imports.Rows.ImportReport> ImportAsync(string profile, byte[] file)
        => _database.CommitAsync(MappingProfile.Parse(Importing.Example(string.Create(CultureInfo.InvariantCulture, $"hubspot/{profile}.json"))), file);
}
