using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SalesCrm.Application.Users.Sessions;

/// <summary>The secret of a session: 256 random bits in the cookie, their SHA-256 in the database.</summary>
internal static class SessionKey
{
    public const int Length = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
