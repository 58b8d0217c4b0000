using System.Globalization;

namespace SalesCrm.Benchmarks.Load;

/// <summary>Measures all pages in turn, several times over, so that whatever else the machine does meets every page alike.</summary>
internal static class LoadRun
{
    public static async Task RunAsync(Uri address, Uri bareAddress, LoadSettings settings)
    {
        using var rep = await Site.SignInAsync(address, "rep");
        using var manager = await Site.SignInAsync(address, "manager");
        using var boss = await Site.SignInAsync(address, "boss");
        using var admin = await Site.SignInAsync(address, "admin");
        using var bare = Site.Nobody(bareAddress);
        var all = await new Pages(rep, manager, boss, admin, bare).AllAsync();
        var jobs = all.Where(job => job.IsBare || job.Name.Contains(settings.Only, StringComparison.Ordinal)).ToList();
        foreach (var job in jobs)
        {
            await Sampler.WarmUpAsync(job, settings.Warmup / jobs.Count, settings.Connections);
        }

        var samples = jobs.ToDictionary(job => job, _ => (Many: new List<Sample>(), One: new List<Sample>()));
        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var job in jobs)
            {
                var process = job.IsBare ? settings.BareProcess : settings.SiteProcess;
                samples[job].Many.Add(await Sampler.TakeAsync(job, settings.Connections, TimeSpan.FromSeconds(settings.Seconds), process));
                samples[job].One.Add(await Sampler.TakeAsync(job, 1, TimeSpan.FromSeconds(settings.Seconds / 2), process));
            }

            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"round {round + 1} of {settings.Rounds}"));
        }

        Print(settings, samples.Select(pair => (pair.Key, Sample.MedianOf(pair.Value.Many), Sample.MedianOf(pair.Value.One))).ToList());
    }

    private static void Print(LoadSettings settings, List<(Job Job, Sample Many, Sample One)> rows)
    {
        var bare = rows.First(row => row.Job.IsBare).Many;
        Write($"| Page | addresses | requests/s at {settings.Connections} | of the bare page | p50 | p95 | p50 alone | p95 alone | processor |");
        Write($"|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (job, many, one) in rows)
        {
            Write($"| {job.Name} | {job.Addresses} | {many.Rate:N0} | {many.Rate / bare.Rate:0.000} | {many.P50:0.0} | {many.P95:0.0} | {one.P50:0.0} | {one.P95:0.0} | {many.Processor:0.00} |");
        }

        static void Write(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
    }
}
