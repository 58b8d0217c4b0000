using System.Globalization;

namespace SalesCrm.Application.Tests.Metrics;

/// <summary>
/// The public CRM sales set (8,800 opportunities) read straight from its files: engaged on = identified on, closed on = dealt on, the
/// opportunity's id is the deal's number, sales without an account are one customer, rows still prospecting have no date.
/// </summary>
public sealed class CrmSalesFacts
{
    public const string NoAccount = "(未登记客户)";

    private CrmSalesFacts(string folder)
    {
        foreach (var row in Rows(folder, "sales_teams.csv"))
        {
            People[row["sales_agent"]] = (row["manager"], row["regional_office"]);
        }

        foreach (var row in Rows(folder, "sales_pipeline.csv"))
        {
            var (number, agent) = (row["opportunity_id"], row["sales_agent"]);
            var customer = row["account"] is { Length: > 0 } account ? account : NoAccount;
            var end = row["deal_stage"] switch { "Won" => OpportunityEnd.Won, "Lost" => OpportunityEnd.Lost, _ => OpportunityEnd.Open };
            var closedOn = Day(row["close_date"]);
            Facts.Opportunities.Add(new OpportunityFact(number, agent, customer, null, Day(row["engage_date"]), null, closedOn, end, false));
            if (end == OpportunityEnd.Won)
            {
                Facts.Deals.Add(new DealFact(number, agent, customer, closedOn!.Value, decimal.Parse(row["close_value"], CultureInfo.InvariantCulture), number));
            }
        }
    }

    public SalesFacts Facts { get; } = new();

    /// <summary>Agent → manager and office.</summary>
    public Dictionary<string, (string Manager, string Office)> People { get; } = [];

    /// <summary>The folder of the files: <c>SALESCRM_DATA</c>, or <c>shared/data</c> beside the repository; null when it is not there.</summary>
    public static string? Folder
    {
        get
        {
            var places = new List<string?> { Environment.GetEnvironmentVariable("SALESCRM_DATA") };
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                places.Add(Path.Combine(at.FullName, "shared", "data"));
            }

            return places.OfType<string>().Select(place => Path.Combine(place, "crm-sales")).FirstOrDefault(Directory.Exists);
        }
    }

    public static CrmSalesFacts Read() => new(Folder ?? throw new DirectoryNotFoundException("The public sales set is not here."));

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var head = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split(',').Zip(head).ToDictionary(pair => pair.Second, pair => pair.First, StringComparer.Ordinal));
    }
}

/// <summary>A test on the public sales set; skipped, and reported as skipped, where the files are not.</summary>
public sealed class CrmSalesFactAttribute : FactAttribute
{
    public CrmSalesFactAttribute() => Skip = CrmSalesFacts.Folder is null ? "The public sales set is not beside the repository." : null;
}
