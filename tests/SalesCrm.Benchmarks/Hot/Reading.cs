using BenchmarkDotNet.Attributes;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Lookups;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Paging;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Benchmarks.Hot;

/// <summary>What is read all day, without a page around it.</summary>
public class Reading
{
    private Company _company = null!;
    private Actor _rep = null!;
    private Actor _manager = null!;
    private Period _quarter;

    [GlobalSetup]
    public async Task Open()
    {
        _company = await Company.OpenAsync();
        (_rep, _manager) = (await _company.ActorAsync("rep"), await _company.ActorAsync("boss"));
        _quarter = await _company.With<CompanyClock, Period>(clock => Task.FromResult(clock.ThisPeriod(PeriodKind.Quarter)));
    }

    [GlobalCleanup]
    public ValueTask Close() => _company.DisposeAsync();

    [Benchmark]
    public Task<Page<CustomerList.CustomerRow>> Customer_list_of_a_rep() => ListAsync(new CustomerFilter(), _rep);

    [Benchmark]
    public Task<Page<CustomerList.CustomerRow>> Customer_list_of_the_company() => ListAsync(new CustomerFilter(), _manager);

    [Benchmark]
    public Task<Page<CustomerList.CustomerRow>> Customers_by_part_of_a_name() => ListAsync(new CustomerFilter { Q = "智能" }, _manager);

    [Benchmark]
    public Task<GlobalSearch.Found> Search_everything()
        => _company.With<GlobalSearch, GlobalSearch.Found>(search => search.FindAsync("智能", 5, false, _manager, CancellationToken.None));

    [Benchmark]
    public Task<MetricsSheet> Quarter_metrics_by_rep()
        => _company.With<MetricsTable, MetricsSheet>(table => table.ReadAsync(_quarter, Breakdown.Rep, _manager, CancellationToken.None));

    private Task<Page<CustomerList.CustomerRow>> ListAsync(CustomerFilter filter, Actor actor)
        => _company.With<CustomerList, Page<CustomerList.CustomerRow>>(list => list.ReadAsync(filter, new PageRequest("annual", true), actor, CancellationToken.None));
}
