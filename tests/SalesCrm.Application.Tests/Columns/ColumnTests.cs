using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Columns;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Tests.Fields;
using SalesCrm.Application.Visits;
using SalesCrm.Testing;

namespace SalesCrm.Application.Tests.Columns;

public sealed class ColumnTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_person_has_the_columns_of_his_choice_in_his_order_and_nobody_else_has_them()
    {
        var standard = await CodesAsync(World.Rep);
        Assert.Equal(["grade", "name", "needStage", "nextStep", "due", "last", "annual", "budget", "open", "owner"], standard);

        await ChooseAsync(World.Rep, "owner", "due", "budget", "city");
        Assert.Equal(["name", "owner", "due", "budget", "city"], await CodesAsync(World.Rep));
        Assert.Equal(standard, await CodesAsync(World.Rep2));
        Assert.True((await LayoutAsync(World.Rep)).IsChosen);

        Assert.True((await ChooseAsync(World.Rep, new ChooseColumns.Input { Reset = true })).IsDone);
        Assert.Equal(standard, await CodesAsync(World.Rep));
        Assert.False((await LayoutAsync(World.Rep)).IsChosen);
        Assert.Equal(0, await _database.Read(db => db.ColumnChoices.CountAsync()));
    }

    [Fact]
    public async Task Fields_of_the_admins_own_are_chosen_like_the_others_and_only_shown_ones_are_read()
    {
        var size = await _database.AddFieldAsync(OwnFieldBook.Of("员工数", FieldType.Number));
        var credit = await _database.AddFieldAsync(OwnFieldBook.Of("授信额度", FieldType.Money) with { Rep = false });
        await _database.AddCustomerAsync("澜图", new() { [size] = "12" });
        Assert.Equal([$"f.{size}", "owner"], (await CodesAsync(World.Rep)).TakeLast(2));
        Assert.Equal(["12"], await FactsAsync());

        await ChooseAsync(World.Rep, "owner", "f." + size, "f." + credit);
        Assert.Equal(["name", "owner", $"f.{size}"], await CodesAsync(World.Rep));
        Assert.Equal(["12"], await FactsAsync());

        await ChooseAsync(World.Rep, "owner");
        Assert.Empty(await FactsAsync());
    }

    [Fact]
    public async Task An_export_holds_all_columns_or_only_those_that_the_list_shows()
    {
        await _database.AddCustomerAsync("澜图", []);
        await ChooseAsync(World.Rep, "owner", "budget");
        var shown = (await LayoutAsync(World.Rep)).Shown;

        var (all, allCells) = await ExportAsync(null);
        var (some, someCells) = await ExportAsync(shown);

        Assert.Equal(CustomerListSheet.Columns.Select(column => column.Header), all);
        Assert.Equal(["客户", "跟进人", "预算（元）"], some);
        Assert.Equal(new[] { "客户名称", "跟进人", "预算" }.Select(header => allCells[all.IndexOf(header)]), someCells);
    }

    [Fact]
    public void Every_column_of_a_list_is_known_once_and_leads_to_headers_that_its_sheet_has()
    {
        foreach (var (list, shown, sheet, more) in new[]
        {
            (CustomerColumns.All, CustomerListSheet.Shown, CustomerListSheet.Columns, CustomerListSheet.More),
            (LeadColumns.All, LeadListSheet.Shown, LeadListSheet.Columns, LeadListSheet.More),
            (OpportunityColumns.All, SalesListSheets.ShownOpportunities, SalesListSheets.OpportunityColumns, SalesListSheets.MoreOfOpportunities),
            (VisitColumns.All, SalesListSheets.ShownVisits, SalesListSheets.VisitColumns, SalesListSheets.MoreOfVisits),
            (DealColumns.All, SalesListSheets.ShownDeals, SalesListSheets.DealColumns, SalesListSheets.MoreOfDeals),
        })
        {
            var codes = list.Fixed.Select(column => column.Code).ToList();
            Assert.Equal(codes.Distinct(), codes);
            Assert.Single(list.Fixed, column => column.IsAlways);
            Assert.Equal(codes.Order(), shown.Keys.Order());
            Assert.Empty(shown.Values.SelectMany(header => header).Except(sheet.Select(column => column.Header).Concat(more)));
            Assert.Empty(more.Intersect(sheet.Select(column => column.Header)));
        }
    }

    private async Task<(List<string> Headers, List<string?> Cells)> ExportAsync(IReadOnlyList<ListColumn>? shown)
    {
        await using var scope = _database.Scope();
        var export = (ExportList)scope.ServiceProvider.GetService(typeof(ExportList))!;
        var sheet = (await export.CustomersAsync(new CustomerFilter(), "给总部", World.Rep, CancellationToken.None, shown)).Value!.Sheets[0];
        var cells = new List<string?>();
        await foreach (var row in sheet.Rows)
        {
            cells.AddRange(row.Select(cell => cell.ToString()));
        }

        return ([.. sheet.Columns.Select(column => column.Header)], cells);
    }

    private async Task<IEnumerable<string?>> FactsAsync()
        => (await _database.With<CustomerList, Page<CustomerList.CustomerRow>>(list => list.ReadAsync(new CustomerFilter(), new PageRequest(), World.Rep, CancellationToken.None))).Rows.Single().Fields.Select(fact => fact.Words);

    private async Task<IEnumerable<string>> CodesAsync(Actor actor) => (await LayoutAsync(actor)).Shown.Select(column => column.Code);

    private Task<ShownColumns.Layout> LayoutAsync(Actor actor) => _database.With<ShownColumns, ShownColumns.Layout>(columns => columns.LayoutAsync(CustomerColumns.All, actor, CancellationToken.None));

    private Task<Outcome> ChooseAsync(Actor actor, params string[] shown)
        => ChooseAsync(actor, new ChooseColumns.Input { Shown = [.. shown.Order(StringComparer.Ordinal)], Order = [.. shown] });

    private Task<Outcome> ChooseAsync(Actor actor, ChooseColumns.Input input) => _database.With<ChooseColumns, Outcome>(choose => choose.ExecuteAsync(CustomerColumns.All, input, actor, CancellationToken.None));
}
