namespace SalesCrm.Application.Users;

/// <summary>What a new password has to be: long, and not among what everybody guesses first. No classes of characters.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;
}
