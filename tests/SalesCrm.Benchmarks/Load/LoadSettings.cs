using System.Globalization;

namespace SalesCrm.Benchmarks.Load;

/// <summary>How long and how hard, from words like <c>rounds=5</c>.</summary>
/// <param name="Rounds">Each page is measured this often, all pages in turn; medians are reported.</param>
/// <param name="Seconds">Of each measurement with several connections; one connection gets half.</param>
/// <param name="Warmup">Requests before the first measurement, over all pages.</param>
/// <param name="Connections">At once.</param>
/// <param name="SiteProcess">Process id of the server, for its processor time; 0 where unknown.</param>
/// <param name="BareProcess">Process id of the bare page's server.</param>
/// <param name="Only">Measures only pages whose name contains this, beside the bare page.</param>
internal sealed record LoadSettings(int Rounds, double Seconds, int Warmup, int Connections, int SiteProcess, int BareProcess, string Only)
{
    public static LoadSettings Of(string[] words)
    {
        var given = words.Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);
        return new(
            Number("rounds", 5), Number("seconds", 3), Number("warmup", 5_000), Number("connections", 8), Number("pid", 0), Number("bare-pid", 0),
            given.GetValueOrDefault("only", ""));

        int Number(string name, int otherwise) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
