using SalesCrm.Application.Users;

namespace SalesCrm.Application.Shared;

/// <summary>Who acts: a signed-in person, or the system itself (jobs and the command line; id 0, sees everything).</summary>
public sealed record Actor(long UserId, string Name, Role Role, long? TeamId)
{
    /// <summary>
    /// How far he sees, as it was when his session was read. It only chooses between ways of asking that come to the same records, the
    /// cheapest for him: what a team holds is always asked of the database.
    /// </summary>
    public Sight Sight { get => SeesEverything ? Sight.Company : field; init; } = Sight.Team;

    /// <summary>A channel rep (渠道销售): sees only customers of his own, and neither cost nor margin.</summary>
    public bool IsChannel { get; init; }

    /// <summary>Sees what a sale cost.</summary>
    public bool SeesCosts => !IsChannel;

    /// <summary>Kinds of which every record belongs to people below him; figures then need not ask whose each is.</summary>
    public WholeKinds Whole { get; init; }

    /// <summary>The same person, asking for one record: what he sees is looked up from the record's side instead of being listed first.</summary>
    public Actor ForOne => this with { Sight = Sight.Company };

    /// <summary>Those whose records he sees are so few of all people that a walk along the company's order would hardly meet one of theirs. Like <see cref="Sight"/> it only chooses a way of asking.</summary>
    public bool IsSmallPart { get; init; }

    /// <summary>
    /// The same person, turning the pages of a list: his own records and those of a small part of the company are fetched and sorted, those of a larger part are
    /// met often enough on the way along the list's order.
    /// </summary>
    public Actor Walking => SeesFew ? this : ForOne;

    /// <summary>His own records or those of a small part of the company: few enough to be gone through.</summary>
    public bool SeesFew => Sight == Sight.Own || (Sight == Sight.Team && IsSmallPart);

    public static Actor System { get; } = new(0, "系统", Role.Admin, null);

    /// <summary>Sees and may edit every record, whoever owns it; of confidential customers only the system itself does.</summary>
    public bool SeesEverything => Role == Role.Admin;
}

/// <summary>Whose records somebody sees beside those that are shared with him.</summary>
public enum Sight
{
    /// <summary>His own.</summary>
    Own = 1,

    /// <summary>Those of some people.</summary>
    Team,

    /// <summary>Those of so many people that he is asked for as if they were everybody.</summary>
    Company,
}

/// <summary>Kinds of records that figures count.</summary>
[Flags]
public enum WholeKinds
{
    None = 0,
    Leads = 1,
    Opportunities = 2,
    Deals = 4,
}
