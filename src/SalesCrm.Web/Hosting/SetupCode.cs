using System.Security.Cryptography;
using System.Text;

namespace SalesCrm.Web.Hosting;

/// <summary>The code that lets whoever reads the server's log make the first administrator. Made anew at each start.</summary>
public sealed class SetupCode
{
    private readonly string _code = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 20);

    /// <summary>As it is printed: four groups of five.</summary>
    public override string ToString() => string.Join('-', _code.Chunk(5).Select(group => new string(group)));

    public bool Is(string? typed)
    {
        var plain = new string((typed ?? "").Where(char.IsAsciiLetterOrDigit).ToArray()).ToLowerInvariant();
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(plain)), SHA256.HashData(Encoding.UTF8.GetBytes(_code)));
    }
}
