using System.Diagnostics;
using System.Globalization;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Exports;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Benchmarks.Hot;

/// <summary>The long work once on a database as it is, with the memory that each took on top: regrading, import of ten thousand rows, export of all customers.</summary>
internal static class BulkRun
{
    public static async Task RunAsync(string database)
    {
        await using var company = Company.On(database);
        var admin = await company.ActorAsync("admin");
        Console.WriteLine("| Work | seconds | processor | memory on top | |");
        Console.WriteLine("|---|---:|---:|---:|---|");
        await MeasureAsync("regrade everybody, same day", () => RegradeAsync(company, admin));
        company.NextDay();
        await MeasureAsync("regrade everybody, sums moved on", () => RegradeAsync(company, admin));
        var file = Bulk.NewFile(77);
        await MeasureAsync("import, dry run", async () => Told(await Bulk.ImportAsync(company, file, (run, order) => run.CheckAsync(order, admin, null, default))));
        await MeasureAsync("import, commit", async () => Told(await Bulk.ImportAsync(company, file, (run, order) => run.CommitAsync(order, new CommitChoice(false), admin, null, default))));
        var next = Bulk.NewFile(78);
        await MeasureAsync("import, another commit", async () => Told(await Bulk.ImportAsync(company, next, (run, order) => run.CommitAsync(order, new CommitChoice(false), admin, null, default))));
        await MeasureAsync("export of the customer list", () => ExportAsync(company, admin));
    }

    private static async Task<string> RegradeAsync(Company company, Actor admin)
    {
        var done = (await company.With<RegradeCustomers, Outcome<RegradeCustomers.Result>>(regrade => regrade.ExecuteAsync(admin, default))).Value!;
        return string.Create(CultureInfo.InvariantCulture, $"{done.Customers} customers, {done.Raised} up, {done.Lowered} down");
    }

    private static string Told(ImportReport report) => string.Create(CultureInfo.InvariantCulture, $"{report.Created} new, {report.Refused} refused");

    private static Task<string> ExportAsync(Company company, Actor admin) => company.With<ExportList, string>(async export =>
    {
        var outcome = await export.CustomersAsync(new CustomerFilter(), "benchmark", admin, default);
        await using var target = new FirstByte();
        await XlsxFile.WriteAsync(target, outcome.Value!.Sheets);
        return string.Create(CultureInfo.InvariantCulture, $"{target.Written >> 10} KB, first byte after {target.After.TotalSeconds:0.00} s");
    });

    private static async Task MeasureAsync(string name, Func<Task<string>> work)
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var (before, peak, processor, clock) = (GC.GetTotalMemory(true), 0L, self.TotalProcessorTime, Stopwatch.StartNew());
        using var done = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes);
                await Task.Delay(20);
            }
        });
        var told = await work();
        clock.Stop();
        self.Refresh();
        processor = self.TotalProcessorTime - processor;
        await done.CancelAsync();
        await watch;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {clock.Elapsed.TotalSeconds:0.0} | {processor.TotalSeconds:0.0} | {Math.Max(0, peak - before) >> 20} MB | {told} |"));
    }

    /// <summary>Counts what it gets and remembers when it began.</summary>
    private sealed class FirstByte : MemoryStream
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public long Written { get; private set; }
        public TimeSpan After { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Count(buffer.Length);
        public override void Write(byte[] buffer, int offset, int count) => Count(count);
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Count(buffer.Length);
            return default;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Count(count);
            return Task.CompletedTask;
        }

        private void Count(int bytes)
        {
            After = Written == 0 ? _clock.Elapsed : After;
            Written += bytes;
        }
    }
}
