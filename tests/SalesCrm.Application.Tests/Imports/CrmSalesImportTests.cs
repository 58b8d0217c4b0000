using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Tests.Metrics;
using SalesCrm.Application.Users;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Imports;

/// <summary>The public CRM sales set comes in by the profiles that are handed out with the product.</summary>
public sealed class CrmSalesImportTests
{
    [SharedFileFact]
    public async Task Loads_the_public_sales_set_whole_and_agrees_with_plain_code()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.GoTo(2018, 3, 1);

        Assert.Equal((35, 0, 0, 0), (await ImportAsync(database, "crm-sales-users.json", "sales_teams.csv")).Counts());
        Assert.Equal((85, 0, 0, 0), (await ImportAsync(database, "crm-sales-customers.json", "accounts.csv")).Counts());
        Assert.Equal((8800, 0, 0, 0), (await ImportAsync(database, "crm-sales-opportunities.json", "sales_pipeline.csv")).Counts());

        await CheckPeopleAsync(database);
        await CheckFiguresAsync(database);
        await CheckRecordsAsync(database);

        var before = await database.Read(db => db.AuditEntries.CountAsync());
        Assert.Equal((0, 0, 35, 0), (await ImportAsync(database, "crm-sales-users.json", "sales_teams.csv")).Counts());
        Assert.Equal((0, 0, 85, 0), (await ImportAsync(database, "crm-sales-customers.json", "accounts.csv")).Counts());
        Assert.Equal((0, 0, 8800, 0), (await ImportAsync(database, "crm-sales-opportunities.json", "sales_pipeline.csv")).Counts());
        Assert.Equal(before + 3, await database.Read(db => db.AuditEntries.CountAsync()));
    }

    private static Task<ImportReport> ImportAsync(TestDatabase database, string profile, string file)
        => database.CommitAsync(MappingProfile.Parse(Importing.Example(profile)), File.ReadAllBytes(SharedFiles.PathOf("crm-sales", file)), file);

    private static async Task CheckPeopleAsync(TestDatabase database)
    {
        var offices = await database.Read(db => db.Teams.Where(team => team.ParentId == 1).Select(team => team.Name).ToListAsync());
        Assert.Superset(new HashSet<string> { "Central", "East", "West" }, offices.ToHashSet());
        var agent = await database.Read(db => db.Users.Include(user => user.Team).SingleAsync(user => user.DisplayName == "Moses Frase"));
        Assert.Equal(("Dustin Brinkmann", Role.Rep, null), (agent.Team!.Name, agent.Role, agent.PasswordHash));
        var manager = await database.Read(db => db.Users.SingleAsync(user => user.DisplayName == "Dustin Brinkmann"));
        Assert.Equal(Role.Manager, manager.Role);
        Assert.True(await database.Read(db => db.Reaches.AnyAsync(reach => reach.ActorId == manager.Id && reach.UserId == agent.Id)));
    }

    private static async Task CheckFiguresAsync(TestDatabase database)
    {
        var sales = CrmSalesFacts.Read();
        foreach (var period in (Period[])[Period.OfQuarter(2017, 1), Period.OfQuarter(2017, 2), Period.OfQuarter(2017, 3), Period.OfQuarter(2017, 4)])
        {
            foreach (var breakdown in (Breakdown[])[Breakdown.Company, Breakdown.Office, Breakdown.Manager, Breakdown.Rep])
            {
                var sheet = await database.With<MetricsTable, MetricsSheet>(table => table.ReadAsync(period, breakdown, Actor.System, CancellationToken.None));
                FiguresAssert.Equal(sales.Facts.Figures(period, _ => true), sheet.Total);
                foreach (var row in sheet.Rows.Where(row => breakdown == Breakdown.Company || sales.People.Any(person => NameOf(breakdown, person) == row.Scope)))
                {
                    FiguresAssert.Equal(sales.Facts.Figures(period, agent => breakdown == Breakdown.Company || NameOf(breakdown, new(agent, sales.People[agent])) == row.Scope), row);
                }
            }
        }
    }

    private static async Task CheckRecordsAsync(TestDatabase database)
    {
        var prospecting = await database.Read(db => db.Opportunities.CountAsync(row => row.IdentifiedOn == null && row.Stage == StageCode.Identified));
        Assert.Equal(500, prospecting);
        Assert.Equal(1425, await database.Read(db => db.Opportunities.CountAsync(row => row.Customer!.Name == "(未登记客户)")));
        Assert.Equal(4238, await database.Read(db => db.Deals.CountAsync(deal => deal.Ordinal > 0 && deal.SalesDays != null)));
        Assert.Equal(0, await database.Read(db => db.Opportunities.CountAsync(row => row.Status == OpportunityStatus.Lost && row.Reached != StageCode.FirstContact)));
        Assert.Equal(new DateOnly(2017, 3, 1), await database.Read(db => db.Opportunities.Where(row => row.Number == "1C1I7A6R").Select(row => row.ClosedOn).SingleAsync()));
        Assert.False(await database.Read(db => db.StageChanges.AnyAsync(change => change.At > new DateTime(2018, 1, 1))));
        Assert.Equal(1, await database.Read(db => db.Dictionary.CountAsync(word => word.Name == "technology")));
        Assert.Equal(86, await database.Read(db => db.Customers.CountAsync()));
        Assert.Equal("(未登记客户)", await database.Read(db => db.Customers.Where(customer => customer.DealCount == 0).Select(customer => customer.Name).SingleAsync()));
    }

    private static string NameOf(Breakdown breakdown, KeyValuePair<string, (string Manager, string Office)> person) => breakdown switch
    {
        Breakdown.Office => person.Value.Office,
        Breakdown.Manager => person.Value.Manager,
        _ => person.Key,
    };
}
