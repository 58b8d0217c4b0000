using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Web.Pages.LeadForms;

/// <summary>
/// What a public form carries instead of a cookie: sealed by the server, it says for which form and when the page was made, and holds the key under which
/// a post is stored once. A stamp of another form, a forged one, one that comes back too soon for a person or too late is not taken.
/// </summary>
public sealed class FormStamp(IDataProtectionProvider protection, CompanyClock clock)
{
    /// <summary>A person needs longer to fill in four fields.</summary>
    public static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan Latest = TimeSpan.FromHours(12);

    private readonly IDataProtector _seal = protection.CreateProtector("SalesCrm.LeadForms.v1");

    public enum Reading
    {
        Good,
        TooSoon,
        Unusable,

        /// <summary>Nothing that this server ever made.</summary>
        Forged,
    }

    public string Make(string token) => _seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{token}|{clock.UtcNow.Ticks}|{Guid.NewGuid():N}"));

    public (Reading Reading, Guid Key) Read(string? stamp, string token)
    {
        try
        {
            var parts = stamp is { Length: > 0 and < 1000 } ? _seal.Unprotect(stamp).Split('|') : [];
            if (parts.Length != 3 || parts[0] != token)
            {
                return (parts.Length == 3 ? Reading.Unusable : Reading.Forged, default);
            }

            var age = clock.UtcNow - new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return (age < Soonest ? Reading.TooSoon : age > Latest ? Reading.Unusable : Reading.Good, Guid.ParseExact(parts[2], "N"));
        }
        catch (CryptographicException)
        {
            return (Reading.Forged, default);
        }
    }
}
