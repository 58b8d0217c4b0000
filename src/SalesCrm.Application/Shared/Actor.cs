using SalesCrm.Application.Users;

namespace SalesCrm.Application.Shared;

/// <summary>Who acts: a signed-in person, or the system itself (jobs and the command line; id 0, sees everything).</summary>
public sealed record Actor(long UserId, string Name, Role Role, long? TeamId)
{
    public static Actor System { get; } = new(0, "系统", Role.Admin, null);

    /// <summary>Sees and may edit every record, whoever owns it.</summary>
    public bool SeesEverything => Role == Role.Admin;
}
