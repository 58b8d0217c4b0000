using System.Diagnostics;
using System.Globalization;

namespace SalesCrm.Benchmarks.Load;

/// <param name="Rate">Requests per second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="Processor">Milliseconds of the server's processor time per request; NaN where unknown.</param>
internal sealed record Sample(double Rate, double P50, double P95, double Processor)
{
    public static Sample MedianOf(IEnumerable<Sample> samples)
    {
        var all = samples.ToList();
        return new(Middle(s => s.Rate), Middle(s => s.P50), Middle(s => s.P95), Middle(s => s.Processor));

        double Middle(Func<Sample, double> figure) => Sampler.Percentile(all.Select(figure).Order().ToList(), 0.5);
    }
}

/// <summary>Asks for one thing as often as it can for a while.</summary>
internal static class Sampler
{
    private static int _number;

    public static async Task<Sample> TakeAsync(Job job, int connections, TimeSpan time, int process)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var (processor, start) = (ProcessorOf(process), Stopwatch.GetTimestamp());
        var lists = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(job, until))));
        var spent = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var times = lists.SelectMany(list => list).Order().ToList();
        return new(times.Count / spent, Percentile(times, 0.5), Percentile(times, 0.95), (ProcessorOf(process) - processor) / times.Count);
    }

    public static async Task WarmUpAsync(Job job, int requests, int connections)
        => await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Math.Max(1, requests / connections); i++)
            {
                await job.Act(Interlocked.Increment(ref _number));
            }
        })));

    internal static double Percentile(List<double> ordered, double share)
        => ordered.Count == 0 ? double.NaN : ordered[Math.Min(ordered.Count - 1, (int)(ordered.Count * share))];

    /// <summary>At least once, however long it takes.</summary>
    private static async Task<List<double>> AskAsync(Job job, long until)
    {
        var times = new List<double>();
        do
        {
            var start = Stopwatch.GetTimestamp();
            await job.Act(Interlocked.Increment(ref _number));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        while (Stopwatch.GetTimestamp() < until);
        return times;
    }

    /// <summary>Milliseconds so far, by Linux's count in hundredths of a second.</summary>
    private static double ProcessorOf(int process)
    {
        if (process == 0 || !OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return 10d * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture));
    }
}
