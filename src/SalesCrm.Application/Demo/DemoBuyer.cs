namespace SalesCrm.Application.Demo;

/// <summary>How a kind of customer buys.</summary>
/// <param name="KnownFrom">Days for which he is known at least.</param>
/// <param name="KnownTo">Days for which he is known at most.</param>
/// <param name="Earlier">Purchases before the last twelve months, at most.</param>
/// <param name="Lately">Purchases in the last twelve months, from and below.</param>
/// <param name="Least">Yuan of a purchase.</param>
/// <param name="Most">Yuan of a purchase.</param>
/// <param name="Refers">Percent of such customers with high referral potential.</param>
/// <param name="Stable">Percent of such customers whose need is stable.</param>
internal sealed record DemoBuyer(int KnownFrom, int KnownTo, int Earlier, (int From, int Below) Lately, int Least, int Most, int Refers, int Stable)
{
    private const int Year = 365;

    private static readonly DemoBuyer Key = new(770, 1_100, 4, (3, 6), 130_000, 320_000, 92, 85);
    private static readonly DemoBuyer Regular = new(420, 1_000, 1, (1, 3), 160_000, 300_000, 40, 94);
    private static readonly DemoBuyer Occasional = new(60, 900, 0, (1, 2), 4_000, 60_000, 30, 60);
    private static readonly DemoBuyer Former = new(500, 1_000, 2, (0, 1), 4_000, 90_000, 20, 40);
    private static readonly DemoBuyer Prospect = new(20, 500, 0, (0, 1), 0, 0, 30, 50);

    public static DemoBuyer Pick(Random random) => random.Next(100) switch
    {
        < 8 => Key,
        < 32 => Regular,
        < 69 => Occasional,
        < 74 => Former,
        _ => Prospect,
    };

    /// <summary>The days on which he bought; who has bought for longer did so first soon after he was met.</summary>
    public List<DateOnly> BuysOn(DateOnly met, DateOnly today, Random random)
    {
        var days = new List<DateOnly>();
        var known = today.DayNumber - met.DayNumber;
        if (known > Year && Earlier > 0)
        {
            days.Add(met.AddDays(random.Next(5, 30)));
            days.AddRange(Enumerable.Range(0, random.Next(Earlier)).Select(_ => met.AddDays(random.Next(30, Math.Max(31, known - Year)))));
        }

        var since = Math.Min(Year - 1, Math.Max(2, known - 10));
        days.AddRange(Enumerable.Range(0, random.Next(Lately.From, Lately.Below)).Select(_ => today.AddDays(-random.Next(1, since))));
        days.Sort();
        return days;
    }
}
