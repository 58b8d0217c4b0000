using System.Globalization;

namespace SalesCrm.Benchmarks.Load;

/// <summary>Counts the database commands of each page in the log of a server that writes them down.</summary>
internal static class CommandCounts
{
    private const string Mark = "Executed DbCommand";

    public static async Task PrintAsync(Uri address, string log)
    {
        using var rep = await Site.SignInAsync(address, "rep");
        using var manager = await Site.SignInAsync(address, "manager");
        using var boss = await Site.SignInAsync(address, "boss");
        using var admin = await Site.SignInAsync(address, "admin");
        var jobs = await new Pages(rep, manager, boss, admin, rep).AllAsync();
        foreach (var job in jobs.Where(job => !job.IsBare))
        {
            var counts = new List<int>();
            for (var number = 0; number < Math.Min(job.Addresses, 20); number++)
            {
                var before = await CountAsync(log);
                await job.Act(number);
                counts.Add(await CountAsync(log) - before);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{job.Name,-50} {counts.Min()} to {counts.Max()}"));
        }
    }

    /// <summary>The server's console writes behind its back; what it wrote is there when it has written nothing for a while.</summary>
    private static async Task<int> CountAsync(string log)
    {
        for (var last = -1; ;)
        {
            var now = 0;
            await foreach (var line in File.ReadLinesAsync(log))
            {
                now += line.Contains(Mark, StringComparison.Ordinal) ? 1 : 0;
            }

            if (now == last)
            {
                return now;
            }

            last = now;
            await Task.Delay(60);
        }
    }
}
