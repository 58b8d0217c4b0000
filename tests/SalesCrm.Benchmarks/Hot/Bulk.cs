using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Imports;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Benchmarks.Hot;

/// <summary>Work on ten thousand records at once.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class Bulk
{
    private const int Rows = 10_000;

    private static readonly SheetColumn[] Columns = ["客户名称", "所属行业", "城市", "联系人", "联系电话", "需求描述", "预算"];

    private Company _company = null!;
    private Actor _admin = null!;
    private int _files;
    private byte[] _file = [];

    [GlobalSetup]
    public async Task Open()
    {
        _company = await Company.OpenAsync();
        _admin = await _company.ActorAsync("admin");
    }

    [GlobalCleanup]
    public ValueTask Close() => _company.DisposeAsync();

    /// <summary>Another day, on which sums have moved on, and another file, whose customers are new.</summary>
    [IterationSetup]
    public void Prepare()
    {
        _company.NextDay();
        _file = NewFile(++_files);
    }

    /// <summary>A workbook of ten thousand customers whom no other number has.</summary>
    internal static byte[] NewFile(int number)
    {
        using var target = new MemoryStream();
        XlsxFile.WriteAsync(target, new SheetTable("客户", Columns, Enumerable.Range(0, Rows).Select(row => Cells(number, row)))).GetAwaiter().GetResult();
        return target.ToArray();
    }

    [Benchmark]
    public Task<Outcome<RegradeCustomers.Result>> Grade_everybody()
        => _company.With<RegradeCustomers, Outcome<RegradeCustomers.Result>>(regrade => regrade.ExecuteAsync(_admin, CancellationToken.None));

    [Benchmark]
    public Task<ImportReport> Import_try() => ImportAsync((run, order) => run.CheckAsync(order, _admin, null, CancellationToken.None));

    [Benchmark]
    public Task<ImportReport> Import_commit() => ImportAsync((run, order) => run.CommitAsync(order, new CommitChoice(false), _admin, null, CancellationToken.None));

    [Benchmark]
    public async Task<int> Export_customer_template()
        => await _company.With<ExportTemplate, int>(async export =>
        {
            var outcome = await export.ExecuteAsync(Templates.All[0], null, "benchmark", _admin, CancellationToken.None);
            await XlsxFile.WriteAsync(Stream.Null, outcome.Value!.Sheets);
            return outcome.Value.Rows;
        });

    private Task<ImportReport> ImportAsync(Func<RunImport, ImportOrder, Task<ImportReport>> run) => ImportAsync(_company, _file, run);

    internal static async Task<ImportReport> ImportAsync(Company company, byte[] bytes, Func<RunImport, ImportOrder, Task<ImportReport>> run)
    {
        using var content = new MemoryStream(bytes);
        using var file = TableFile.Open(content, "customers.xlsx");
        var order = new ImportOrder(file, null, new MappingProfile { Kind = "customers" }, "customers.xlsx", "benchmark");
        var report = await company.With<RunImport, ImportReport>(use => run(use, order));
        return report.Refused == 0 ? report : throw new InvalidOperationException($"{report.Refused} rows were refused.");
    }

    private static IReadOnlyList<SheetCell> Cells(int file, int row)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{file:00}{row:00000}");
        return [$"试算{number}制造有限公司", "智能制造", "苏州", "李工", $"139{(file * Rows) + row:00000000}", "想把设备接入看板", 120_000m];
    }
}
