using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SalesCrm.Application.Users;

/// <summary>
/// Hashes and verifies passwords exactly as typed. Verifying takes the same time whether the account exists or not, and at most as
/// many hashes are computed at once as there are processors, so that a storm of sign-ins cannot starve everybody else.
/// </summary>
public sealed class Passwords : IDisposable
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private readonly PasswordHasher<User> _hasher;
    private readonly Lazy<string> _nobody;
    private readonly SemaphoreSlim _seats = new(Environment.ProcessorCount);

    public Passwords(SignInSettings settings)
    {
        _hasher = new PasswordHasher<User>(Options.Create(new PasswordHasherOptions { IterationCount = settings.HashRounds }));
        _nobody = new Lazy<string>(() => _hasher.HashPassword(null!, Random()));
    }

    /// <summary>A password for one use: 20 letters and digits that cannot be mistaken for each other, 100 bits.</summary>
    internal static string Random()
        => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    internal async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        await _seats.WaitAsync(cancellationToken);
        try
        {
            return _hasher.HashPassword(null!, password);
        }
        finally
        {
            _seats.Release();
        }
    }

    /// <summary>False also where there is nobody, after the same work.</summary>
    internal async Task<PasswordVerificationResult> VerifyAsync(User? user, string password, CancellationToken cancellationToken)
    {
        await _seats.WaitAsync(cancellationToken);
        try
        {
            var result = _hasher.VerifyHashedPassword(null!, user?.PasswordHash ?? _nobody.Value, password);
            return user?.PasswordHash is null ? PasswordVerificationResult.Failed : result;
        }
        finally
        {
            _seats.Release();
        }
    }

    /// <summary>Computes what <see cref="VerifyAsync"/> compares unknown names with, so that the first of them takes no longer.</summary>
    public void WarmUp() => _ = _nobody.Value;

    public void Dispose() => _seats.Dispose();
}
