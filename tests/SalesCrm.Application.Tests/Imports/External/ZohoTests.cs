using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports.External;

/// <summary>Zoho's exports as a German office has them: semicolons, Windows-1252, 12.345,50 €, days before months, ids with a prefix; one file comes from a Chinese office in GBK.</summary>
public sealed class ZohoTests : IAsyncLifetime
{
    private const int Many = 150;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private static readonly (string Profile, byte[] File)[] Files =
    [
        ("accounts", Csv(
            Western, "Record Id;Account Owner.id;Account Owner;Account Name;Account Number;Parent Account.id;Parent Account;Phone;Website;Industry;Employees;Billing Street;Billing Code;Billing City;Billing State;Billing Country;Description;Created Time",
            number => $"zcrm_{number};zcrm_1;Jürgen Groß;Müller & Söhne {number};;;;+49 89 555{number:0000};www.m{number}.example;-None-;{number};Königstraße {number};80331;München;Bayern;Deutschland;\"Größe; Übersicht\nzweite Zeile\";05.01.2024 09:{number % 60:00}",
            "zcrm_901;zcrm_1;Jürgen Groß;Tochter GmbH;;zcrm_1;Müller & Söhne 1;;;Großhandel;;;;;;;;31.12.2023 23:59")),
        ("contacts", Csv(
            Western, "Record Id;Contact Owner;First Name;Last Name;Account Name.id;Account Name;Email;Title;Phone;Mobile;Date of Birth;Email Opt Out",
            number => $"zcrm_c{number};Jürgen Groß;Jörg;Weiß{number};zcrm_{number};Müller & Söhne {number};j{number}@m{number}.example;Geschäftsführer;;+49 170 555{number:0000};0{1 + (number % 9)}.04.1980;false")),
        ("deals", Csv(
            Western, "Record Id;Deal Owner;Deal Name;Account Name.id;Account Name;Contact Name.id;Stage;Amount;Closing Date;Created Time;Lead Source;Reason For Loss;Next Step;Description",
            number => $"zcrm_d{number};Jürgen Groß;Anlage für {number};zcrm_{number};Müller & Söhne {number};zcrm_c{number};{(number % 2 == 0 ? "Closed Won" : "Negotiation/Review")};12.{number:000},50 €;{1 + (number % 28):00}.02.2024;05.01.2024 10:00;-None-;-None-;;")),
        ("leads", Csv(
            Western, "Record Id;Lead Owner;Company;First Name;Last Name;Title;Email;Phone;Lead Source;Lead Status;City;Description;Created Time;Converted Account.id;Converted Deal.id",
            number => $"zcrm_l{number};Jürgen Groß;Käufer {number};Änne;Voß{number};;l{number}@k.example;;Messe;Attempted to Contact;Köln;;07.01.2024 08:00;;",
            "zcrm_l901;Jürgen Groß;Müller & Söhne 1;Jörg;Weiß1;;;;-None-;Converted;;;07.01.2024 08:00;zcrm_1;zcrm_d1")),
        ("cases", Csv(
            Western, "Record Id;Case Number;Subject;Account Name.id;Account Name;Related To.id;Related To;Status;Priority;Case Origin;Type;Description;Solution;Created Time",
            number => $"zcrm_k{number};T-{number};Störung {number};zcrm_{number};;zcrm_c{number};;Escalated;High;Phone;Problem;läuft nicht;;10.02.2024 08:00")),
        ("calls", Csv(
            Gbk, "Record Id,Call Owner,Subject,Call Type,Call Purpose,Contact Name.id,Contact Name,Related To.id,Related To,Call Start Time,Call Duration,Description,Call Result,Call Status",
            number => $"zcrm_t{number},王芳,回访客户 {number},Inbound,,zcrm_c{number},,zcrm_d{number},,2024-02-11 23:30:00,02:05,谈了价格,有兴趣,Completed",
            "zcrm_t901,王芳,约见,Outbound,,zcrm_l1,,,,2024-04-11 09:00:00,,,,Scheduled")),
        ("events", Csv(
            Western, "Record Id;Title;Host;From;To;All day;Location;Contact Name.id;Related To.id;Description",
            number => $"zcrm_e{number};Besuch {number};Jürgen Groß;12.02.2024 14:00;12.02.2024 15:00;false;Köln;zcrm_c{number};zcrm_{number};schön",
            "zcrm_e901;Später;Jürgen Groß;12.05.2024 14:00;;false;Zoom;;zcrm_901;")),
    ];

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
    public async Task Umlauts_amounts_and_days_are_read_as_they_are_meant()
    {
        var account = await _database.Read(db => db.Customers.Include(c => c.Contacts).Include(c => c.Owner).SingleAsync(c => c.Name == "Müller & Söhne 7"));
        Assert.Equal(("Königstraße 7, 80331 München, Deutschland", "Jürgen Groß", "Größe; Übersicht\nzweite Zeile"), (account.Address, account.Owner!.DisplayName, account.Remark!.ReplaceLineEndings("\n")));
        Assert.Equal((new DateOnly(2024, 1, 5), (long?)null), (account.FirstContactOn!.Value, account.IndustryId));
        Assert.Equal(("Jörg Weiß7", new DateOnly(1980, 4, 8)), (account.Contacts.Single(c => c.IsPrimary).Name, account.Contacts.Single(c => c.IsPrimary).Birthday!.Value));
        Assert.Equal(12008.50m, await _database.Read(db => db.Deals.Where(deal => deal.Customer!.Name == "Müller & Söhne 8").Select(deal => deal.Amount).SingleAsync()));
        Assert.Equal("上级客户：Müller & Söhne 1", await _database.Read(db => db.Customers.Where(c => c.Name == "Tochter GmbH").Select(c => c.Remark).SingleAsync()));
    }

    [Fact]
    public async Task Calls_meetings_and_cases_find_whom_they_are_about()
    {
        var call = await _database.Read(db => db.Visits.Include(v => v.Customer).Include(v => v.Contact).Include(v => v.Opportunity).Include(v => v.Visitor).SingleAsync(v => v.Topic == "回访客户 7"));
        Assert.Equal(("Müller & Söhne 7", "Jörg Weiß7", "zcrm_d7", "王芳", true), (call.Customer!.Name, call.Contact!.Name, call.Opportunity!.Number, call.Visitor!.DisplayName, call.IsInbound));
        Assert.Equal(new DateOnly(2024, 2, 12), call.On);
        Assert.Equal((VisitMethod.Visit, "schön\n地点：Köln"), await _database.Read(db => db.Visits.Where(v => v.Topic == "Besuch 7").Select(v => ValueTuple.Create(v.Method, v.Feedback!)).SingleAsync()));
        Assert.Equal("Problem：Störung 7（已升级）。läuft nicht 优先级：High 来源：Phone 工单号：T-7", await _database.Read(db => db.CustomerEvents.Where(e => e.Text.Contains("Störung 7（")).Select(e => e.Text).SingleAsync()));
        Assert.Equal(new DateOnly(2024, 5, 12), await _database.Read(db => db.Customers.Where(c => c.Name == "Tochter GmbH").Select(c => c.NextFollowUpOn!.Value).SingleAsync()));
    }

    [Fact]
    public async Task Leads_keep_their_state_and_what_became_of_them()
    {
        Assert.Equal(Many, await _database.Read(db => db.Leads.CountAsync(lead => lead.Status == LeadStatus.Working)));
        Assert.Equal(("Müller & Söhne 1", "zcrm_d1"), await _database.Read(db => db.Leads.Where(lead => lead.Status == LeadStatus.Converted).Select(lead => ValueTuple.Create(lead.Customer!.Name, lead.Opportunity!.Number)).SingleAsync()));
        Assert.Equal(new DateOnly(2024, 4, 11), await _database.Read(db => db.Leads.Where(lead => lead.Person == "Änne Voß1").Select(lead => lead.NextFollowUpOn!.Value).SingleAsync()));
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

    private static byte[] Csv(Encoding encoding, string header, Func<int, string> row, params string[] more)
        => encoding.GetBytes(string.Join("\r\n", [header, .. Enumerable.Range(1, Many).Select(row), .. more]) + "\r\n");

    private Task<Application.Imports.Rows.ImportReport> ImportAsync(string profile, byte[] file)
        => _database.CommitAsync(MappingProfile.Parse(Importing.Example($"zoho/{profile}.json")), file);
}
