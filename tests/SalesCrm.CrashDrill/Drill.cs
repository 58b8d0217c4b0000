using System.Diagnostics;
using System.Globalization;

namespace SalesCrm.CrashDrill;

/// <summary>
/// Kills the server again and again while people write, and looks each time whether all that was answered is there, once,
/// with its audit entry, and whether the stored figures are right.
/// </summary>
internal sealed class Drill(Server server, string file, int rounds, int seed)
{
    private static readonly string[] People = ["rep", "rep2", "rep3", "manager", "manager2", "boss", "admin", "service"];

    private readonly Ledger _ledger = new();
    private readonly Random _random = new(seed);
    private readonly List<string> _problems = [];
    private TimeSpan _slowest;

    /// <summary>True when nothing was lost, doubled or left half done.</summary>
    public async Task<bool> RunAsync()
    {
        var (seeded, words) = await server.VerbAsync(["seed-demo", "--customers", "300", "--seed", "2024", "--password-stdin"], Server.Password);
        if (seeded != 0)
        {
            throw new DrillException($"seed-demo ended with {seeded}: {words}");
        }

        var found = Books.FindWork(file);
        var clients = People.Select((name, index) => new Client(name, index, server.Site, _ledger, new Random(seed + index))).ToList();
        clients.ForEach(client => client.Give(found, clients.Count));

        await server.StartAsync();
        await Task.WhenAll(clients.Select(client => client.SignInAsync(Server.Password)));
        for (var round = 1; round <= rounds; round++)
        {
            await RoundAsync(round, clients);
        }

        await server.KillAsync();
        clients.ForEach(client => client.Dispose());
        foreach (var kind in Enum.GetValues<WriteKind>())
        {
            var writes = _ledger.Writes.Where(write => write.Kind == kind).ToList();
            var refusal = writes.FirstOrDefault(write => write.State == WriteState.Refused)?.Problem;
            Console.WriteLine($"{kind,-9} {writes.Count(write => write.State == WriteState.Answered),6} answered {writes.Count(write => write.State == WriteState.CutOff),4} cut off {writes.Count(write => write.State == WriteState.Refused),4} refused {refusal}");
        }

        Console.WriteLine($"{rounds} kills, {_ledger.Count(WriteState.Answered)} answered writes, {_problems.Count} problems, slowest start {Seconds(_slowest)}");
        return _problems.Count == 0;
    }

    private async Task RoundAsync(int round, List<Client> clients)
    {
        var before = _ledger.Count(WriteState.Answered);
        using var stop = new CancellationTokenSource();
        var work = Task.WhenAll(clients.Select(client => client.WorkAsync(stop.Token)));
        while (_ledger.Count(WriteState.Answered) < before + clients.Count && !work.IsCompleted)
        {
            await Task.Delay(10, CancellationToken.None);
        }

        await Task.Delay(_random.Next(6_000), CancellationToken.None);
        await server.KillAsync();
        await stop.CancelAsync();
        await work;

        var answered = _ledger.Count(WriteState.Answered) - before;
        var cut = _ledger.Writes.Where(write => write.State == WriteState.CutOff && write.Again is not null).ToList();
        var ready = await server.StartAsync();
        _slowest = ready > _slowest ? ready : _slowest;
        Note(round, _ledger.DifferencesFrom(Books.Read(file)));

        // Whoever got no answer presses the button again.
        foreach (var write in cut)
        {
            var (browser, form) = write.Again!.Value;
            write.Settle(await browser.SendAsync(form));
        }

        Note(round, _ledger.DifferencesFrom(Books.Read(file)));
        var watch = Stopwatch.StartNew();
        var (code, output) = await server.VerbAsync(["check"]);
        Note(round, code == 0 ? [] : [$"check: {output}"]);
        if (ready > TimeSpan.FromSeconds(10))
        {
            Note(round, [$"ready only after {Seconds(ready)}"]);
        }

        Console.WriteLine($"round {round,2}: {answered,4} answered, {cut.Count} sent again, ready in {Seconds(ready)}, check {(code == 0 ? "clean" : "NOT CLEAN")} in {Seconds(watch.Elapsed)}");
    }

    private void Note(int round, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            _problems.Add(problem);
            Console.WriteLine($"round {round}: PROBLEM {problem}");
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
