using Microsoft.AspNetCore.Identity;
using SalesCrm.Application.Database;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Users;

/// <summary>A person of the sales organisation. Without a password hash he owns records but cannot sign in.</summary>
internal sealed class User : IdentityUser<long>, IAudited, IVersioned, IReference
{
    public required string DisplayName { get; set; }

    public Role Role { get; set; }

    public long? TeamId { get; set; }
    public Team? Team { get; private set; }

    /// <summary>False ends every session at once and refuses sign-in; the records stay his.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Sells through a channel (渠道销售): sees only customers of his own, and neither cost nor margin.</summary>
    public bool IsChannel { get; set; }

    /// <summary>UTC.</summary>
    [NotAudited]
    public DateTime? LastSignInAt { get; set; }

    /// <summary>UTC; set while a one-time password waits to be replaced.</summary>
    public DateTime? PasswordExpiresAt { get; set; }

    public Guid Version { get; set; }

    /// <summary>Gives a password; one with an end has to be replaced at the first sign-in and before that end.</summary>
    public void SetPassword(string hash, DateTime? until)
    {
        (PasswordHash, PasswordExpiresAt) = (hash, until);
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public void Place(Role role, long? teamId) => (Role, TeamId) = (role, teamId);

    /// <summary>A person who cannot sign in until a password is set.</summary>
    public static User Create(string userName, string displayName, Role role, long? teamId) => new()
    {
        UserName = userName,
        NormalizedUserName = UserNames.KeyOf(userName),
        DisplayName = displayName,
        Role = role,
        TeamId = teamId,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
