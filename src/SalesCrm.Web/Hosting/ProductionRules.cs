namespace SalesCrm.Web.Hosting;

/// <summary>Settings that are fine for trying out and dangerous on a server.</summary>
public static class ProductionRules
{
    /// <summary>One line for each setting that must be put right first.</summary>
    public static IReadOnlyList<string> ProblemsOf(IConfiguration settings)
    {
        var problems = new List<string>();
        var hosts = settings["AllowedHosts"];
        if (string.IsNullOrWhiteSpace(hosts))
        {
            problems.Add("AllowedHosts is missing: the host names under which people reach this site, divided by \";\".");
        }
        else if (hosts.Split(';', StringSplitOptions.TrimEntries).Any(host => host is "*" or "[::]" or "0.0.0.0"))
        {
            problems.Add("AllowedHosts may not allow every host: name the hosts under which people reach this site.");
        }

        if (settings.GetValue("DetailedErrors", false))
        {
            problems.Add("DetailedErrors shows the inside of the program to everyone: remove it.");
        }

        return problems;
    }
}
