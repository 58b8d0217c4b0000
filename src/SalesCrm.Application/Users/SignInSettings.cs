namespace SalesCrm.Application.Users;

/// <summary>How signing in is guarded; settings so that tests can be quick and sites stricter.</summary>
public sealed record SignInSettings
{
    /// <summary>Rounds of PBKDF2 with SHA-512; older hashes are renewed at the next sign-in.</summary>
    public int HashRounds { get; init; } = 220_000;

    /// <summary>Wrong passwords for one account from one address until that address has to wait for that account.</summary>
    public int Tries { get; init; } = 5;

    public int WaitMinutes { get; init; } = 15;

    /// <summary>Wrong passwords per minute over all accounts and addresses; beyond it only addresses that are known for the account are let try.</summary>
    public int FailuresPerMinute { get; init; } = 120;

    public int IdleMinutes { get; init; } = 60;

    public int SessionHours { get; init; } = 12;

    /// <summary>How long a password that an administrator handed out may be used.</summary>
    public int OneTimePasswordHours { get; init; } = 24;

    /// <summary>Seconds for which a node believes what it read about a session; what happens on the node itself counts at once.</summary>
    public int BelieveSeconds { get; init; } = 2;
}
