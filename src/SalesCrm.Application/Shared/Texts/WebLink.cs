using System.Diagnostics.CodeAnalysis;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>
/// A web address that may become a link: http or https, a host with a dot, no user name in it. People leave the scheme out
/// (www.example.com); then it is https.
/// </summary>
internal static class WebLink
{
    public const int Longest = 500;

    /// <summary>The address to link to; false for everything that must not become a link (javascript:, data:, file:, ...).</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > Longest || CleanText.IsBroken(text) || text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '\\' or '<' or '>' or '"'))
        {
            return false;
        }

        var hasScheme = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        return Uri.TryCreate(hasScheme ? text : "https://" + text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4
            && uri.IdnHost.Trim('.').Contains('.', StringComparison.Ordinal)
            && (address = uri) is not null;
    }
}
