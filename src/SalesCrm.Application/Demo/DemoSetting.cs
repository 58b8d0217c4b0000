using SalesCrm.Application.Customers;
using SalesCrm.Application.Deals;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Demo;

/// <summary>What every invented customer is placed into: the day, the people, the words of the dictionaries.</summary>
internal sealed record DemoSetting(
    CompanyClock Clock, DateOnly Today, int Seed, long[] Reps, long[] Services,
    IReadOnlyDictionary<string, long> Industries, long[] Sources, long[] Sizes, long[] LossReasons,
    IReadOnlyList<Product> Products, long[] Competitors, IReadOnlyDictionary<StageCode, Stage> Stages, GradingPolicy Policy)
{
    public LifecycleRules Lifecycle { get; } = new();

    /// <summary>The service person who looks after a customer: the same for all of an owner's.</summary>
    public long? ServiceOf(Customer customer) => Services is [] ? null : Services[(customer.OwnerId ?? 0) % Services.Length];

    /// <summary>Share of deals that came from an opportunity; the small demo shows whole histories, the large one keeps to its sizes.</summary>
    public double OpportunityShare { get; init; } = 0.5;

    /// <summary>Of five decisions two are for us; a customer buys one and a half times on average.</summary>
    public double LossesPerCustomer => OpportunityShare * 1.5 * 3 / 2;
}

/// <summary>Ids and numbers given out so far.</summary>
internal sealed class DemoCounters
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public long Customer, Member, Event, Contact, Lead, Opportunity, StageChange, Milestone, Rival, Deal, Visit, Task, GradeChange, PoolMove, Survey, Programme, Step;

    /// <summary>Customers so far whom nobody has followed up for too long.</summary>
    public int Neglected;

    /// <summary>Prefix → last number, for the sequences that go on from here.</summary>
    public IReadOnlyDictionary<string, int> Numbers => _numbers;

    public int Next(string prefix) => _numbers[prefix] = _numbers.GetValueOrDefault(prefix) + 1;

    /// <summary><c>XS20240301</c>, the second of the day <c>XS20240301-02</c>.</summary>
    public string OfDay(string prefix, DateOnly day)
    {
        var stem = prefix + day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var number = Next(stem);
        return number == 1 ? stem : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{number:00}");
    }
}
