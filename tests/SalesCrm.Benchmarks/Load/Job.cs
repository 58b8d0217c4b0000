namespace SalesCrm.Benchmarks.Load;

/// <summary>One line of the table: a thing that somebody does, with all the ways in which it is asked for.</summary>
/// <param name="Name">What stands in the table.</param>
/// <param name="Act">Does it once; gets a number that grows, so that every request is another one.</param>
internal sealed record Job(string Name, Func<int, Task> Act)
{
    /// <summary>Served by the bare host.</summary>
    public bool IsBare { get; init; }

    /// <summary>Different addresses behind it.</summary>
    public int Addresses { get; init; } = 1;

    public static Job Of(string name, Site site, IReadOnlyList<string> addresses, bool isBare = false)
        => new(name, number => site.GetAsync(addresses[number % addresses.Count])) { Addresses = addresses.Count, IsBare = isBare };
}
