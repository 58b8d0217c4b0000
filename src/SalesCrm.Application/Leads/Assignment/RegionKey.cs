using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>A province or city as rules compare it: 江苏 and 江苏省 are the same, and so are 广西 and 广西壮族自治区.</summary>
internal static class RegionKey
{
    public static string Of(string? region) => PlaceNames.WithoutKind(NameKey.Of(region));
}
