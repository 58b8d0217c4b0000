using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Tests.Imports;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Areas;

public sealed class AreaPlansTests
{
    [Theory]
    [InlineData("/leads", Area.Leads)]
    [InlineData("/Leads/12/edit?x=1", Area.Leads)]
    [InlineData("/leadsx", null)]
    [InlineData("/opportunities/12/rivals", Area.Competitors)]
    [InlineData("/opportunities/12/edit", null)]
    [InlineData("/opportunities/forecast", Area.Forecast)]
    [InlineData("/exports/lists/deals", Area.Deals)]
    [InlineData("/exports/lists/customers", null)]
    [InlineData("/customers", null)]
    [InlineData("/admin/areas", null)]
    [InlineData("/", null)]
    public void A_page_belongs_to_the_area_of_its_first_segments(string path, Area? area) => Assert.Equal(area, AreaPlans.OfRoute(path));

    [Fact]
    public async Task A_switch_counts_at_once_for_files_and_is_written_down()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.False((await OffAsync(database)).Has(Area.Leads));
        await SwitchAsync(database, AreaPlans.All.Select(plan => plan.Area).Where(area => area is not (Area.Leads or Area.Metrics)));
        Assert.Equal([Area.Leads, Area.Metrics], (await OffAsync(database)).Areas.Order());
        await Assert.ThrowsAsync<MappingRefusedException>(() => database.CommitAsync(Importing.Kind("leads"), Importing.Csv("公司", "甲")));
        Assert.DoesNotContain(Templates.Periods.Name, TemplateRoundTripTests.Tables(await TemplateRoundTripTests.ExportAsync(database)).Keys);
        Assert.Equal("""{"Leads":[true,false],"Metrics":[true,false]}""", await database.Read(db => db.AuditEntries.Where(entry => entry.Subject == "Area").Select(entry => entry.Changes).SingleAsync()));

        await SwitchAsync(database, AreaPlans.All.Select(plan => plan.Area));
        Assert.Empty((await OffAsync(database)).Areas);
    }

    [Fact]
    public async Task Only_the_admin_switches()
    {
        await using var database = await TestDatabase.CreateAsync();
        var outcome = await database.With<SwitchAreas, Outcome>(switches => switches.ExecuteAsync(new SwitchAreas.Input(), World.Boss, CancellationToken.None));
        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
        Assert.Empty((await OffAsync(database)).Areas);
    }

    private static Task<AreaSwitches.Off> OffAsync(TestDatabase database) => database.With<AreaSwitches, AreaSwitches.Off>(switches => switches.ReadAsync(CancellationToken.None));

    private static Task SwitchAsync(TestDatabase database, IEnumerable<Area> on)
        => database.With<SwitchAreas, Outcome>(async switches => await switches.ExecuteAsync(await switches.FormAsync(CancellationToken.None) with { On = [.. on] }, World.Admin, CancellationToken.None));
}
