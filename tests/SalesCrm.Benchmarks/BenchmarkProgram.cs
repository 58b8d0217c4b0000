using BenchmarkDotNet.Running;
using SalesCrm.Benchmarks.Bare;
using SalesCrm.Benchmarks.Hot;
using SalesCrm.Benchmarks.Load;

namespace SalesCrm.Benchmarks;

/// <summary>
/// <c>bare</c> serves the page that everything is held against, <c>load</c> measures a running server, <c>commands</c> counts what each page
/// asks the database, <c>bulk</c> does the long work on a copy of a database; anything else goes to BenchmarkDotNet (<c>--filter '*'</c>). docs/performance.md says how they are used.
/// </summary>
internal static class BenchmarkProgram
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["bare", var database, .. var rest]:
                await BareHost.RunAsync(database, rest);
                return 0;
            case ["load", var site, var bare, .. var rest]:
                await LoadRun.RunAsync(new Uri(site), new Uri(bare), LoadSettings.Of(rest));
                return 0;
            case ["bulk", var database]:
                await BulkRun.RunAsync(database);
                return 0;
            case ["commands", var site, var log]:
                await CommandCounts.PrintAsync(new Uri(site), log);
                return 0;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args, InProcess.Config());
                return 0;
        }
    }
}
