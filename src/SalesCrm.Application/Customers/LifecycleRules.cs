using SalesCrm.Application.Settings;

namespace SalesCrm.Application.Customers;

/// <summary>What makes a customer new, loyal or lost; the admin may change each number.</summary>
public sealed record LifecycleRules
{
    internal static StoredSetting<LifecycleRules> Stored { get; } = new("customers.lifecycle", new());

    /// <summary>Days after his first deal for which a customer counts as new; 0 for nobody.</summary>
    public int NewDays { get; init; } = 90;

    /// <summary>Days without a deal after which a customer counts as lost.</summary>
    public int ChurnDays { get; init; } = 365;

    /// <summary>Deals that make a customer loyal together with his answer to the survey.</summary>
    public int LoyalDeals { get; init; } = 3;

    /// <summary>The mean of the latest survey that goes with it. Below it nobody is loyal.</summary>
    public decimal LoyalScore { get; init; } = 4m;

    /// <summary>Months over which those deals must be spread where no survey has been answered.</summary>
    public int LoyalMonths { get; init; } = 12;

    /// <summary>Customers that he referred and that bought, which make him loyal as well; 0 for none that do.</summary>
    public int LoyalReferrals { get; init; } = 1;

    /// <summary>Boundaries count: the 90th day is still new, the 365th without a deal is lost, a mean of 4.0 is loyal.</summary>
    internal LifecycleType TypeOf(LifecycleSigns signs, DateOnly today) => signs switch
    {
        { FirstDealOn: null } or { LastDealOn: null } => LifecycleType.Potential,
        { LastDealOn: { } last } when today.DayNumber - last.DayNumber >= ChurnDays => LifecycleType.Churned,
        _ when IsLoyal(signs) => LifecycleType.Loyal,
        { FirstDealOn: { } first } when NewDays > 0 && today.DayNumber - first.DayNumber <= NewDays => LifecycleType.New,
        _ => LifecycleType.Existing,
    };

    /// <summary>The type with the day since which it holds; a type that stays keeps its day.</summary>
    internal LifecycleState StateOf(LifecycleSigns signs, LifecycleState before, DateOnly today)
    {
        var type = TypeOf(signs, today);
        return new(type, type switch
        {
            LifecycleType.Potential => null,
            LifecycleType.New => signs.FirstDealOn,
            LifecycleType.Churned => signs.LastDealOn!.Value.AddDays(ChurnDays),
            _ => type == before.Type && before.Since is not null ? before.Since : today,
        });
    }

    internal bool IsVetoed(LifecycleSigns signs) => signs.SurveyScore < LoyalScore;

    internal bool HasReferred(LifecycleSigns signs) => LoyalReferrals > 0 && signs.Referrals >= LoyalReferrals;

    internal bool IsLongStanding(LifecycleSigns signs) => signs.LastDealOn >= signs.FirstDealOn?.AddMonths(LoyalMonths);

    private bool IsLoyal(LifecycleSigns signs) => !IsVetoed(signs)
        && (HasReferred(signs) || (signs.Deals >= LoyalDeals && (signs.SurveyScore is not null || IsLongStanding(signs))));
}

/// <summary>What the lifecycle type is read from; all of it stands beside the customer's file.</summary>
/// <param name="SurveyScore">Mean of his latest answer to a survey.</param>
/// <param name="Referrals">Customers that he referred and that bought.</param>
internal readonly record struct LifecycleSigns(int Deals, DateOnly? FirstDealOn, DateOnly? LastDealOn, decimal? SurveyScore, DateOnly? SurveyOn, int Referrals)
{
    internal static LifecycleSigns Of(Customer customer)
        => new(customer.DealCount, customer.FirstDealOn, customer.LastDealOn, customer.SurveyScore, customer.SurveyOn, customer.BuyingReferrals);
}

/// <param name="Type">Where he stands.</param>
/// <param name="Since">Since when; null for who never bought.</param>
internal readonly record struct LifecycleState(LifecycleType Type, DateOnly? Since);
