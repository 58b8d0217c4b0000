using System.Globalization;

namespace SalesCrm.Application.Metrics;

/// <summary>A table of figures as CSV: ratios in percent, unrounded, empty where undefined.</summary>
public static class MetricsCsv
{
    public const string Header = "scope,leads,won_customers,conversion,aov,repurchase,cycle,won_deals,lost_deals,win_rate,deal_size,deal_days";

    public static async Task WriteAsync(MetricsSheet sheet, TextWriter writer, CancellationToken cancellationToken)
    {
        await writer.WriteLineAsync(Header.AsMemory(), cancellationToken);
        foreach (var row in sheet.Rows.OrderBy(row => row.Scope, StringComparer.Ordinal).ThenBy(row => row.Key))
        {
            var cells = MetricWords.All.Select(metric => Raw(row.Figures[metric])).Prepend(Quoted(row.Scope));
            await writer.WriteLineAsync(string.Join(',', cells).AsMemory(), cancellationToken);
        }
    }

    /// <summary>The figure as it is: invariant, unrounded, empty where undefined.</summary>
    public static string Raw(decimal? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A name that a spreadsheet might take for a formula gets an apostrophe before it, as in every export.</summary>
    private static string Quoted(string scope)
    {
        var text = scope is ['=' or '+' or '-' or '@', ..] ? "'" + scope : scope;
        return text.IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
