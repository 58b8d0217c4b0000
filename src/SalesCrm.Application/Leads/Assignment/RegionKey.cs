using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>A province or city as rules compare it: 江苏 and 江苏省 are the same, and so are 广西 and 广西壮族自治区.</summary>
internal static class RegionKey
{
    private static readonly string[] Endings = ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"];

    public static string Of(string? region)
    {
        var key = NameKey.Of(region);
        return Endings.FirstOrDefault(ending => key.Length > ending.Length && key.EndsWith(ending, StringComparison.Ordinal)) is { } found ? key[..^found.Length] : key;
    }
}
