using System.Text.RegularExpressions;

namespace SalesCrm.Web.Tests.Conventions;

/// <summary>Features of the application look one way. Those that still look at each other are listed until they are taken apart; no new pair comes in.</summary>
public sealed partial class FloorPlanTests
{
    private static readonly string[] Open = ["Assets", "Database", "Shared", "Settings", "Translations", "bin", "obj"];

    private static readonly string[] StillMutual =
    [
        "Competitors – Opportunities", "Customers – Grading", "Customers – Opportunities", "Deals – Opportunities", "Grading – Visits",
    ];

    [Fact]
    public void No_two_features_look_at_each_other_but_those_that_are_listed()
    {
        var root = Path.Combine(Root(), "src", "SalesCrm.Application");
        var features = Directory.GetDirectories(root).Select(folder => Path.GetFileName(folder)).Except(Open).Order(StringComparer.Ordinal).ToList();
        var looks = features.ToDictionary(feature => feature, feature => Directory.EnumerateFiles(Path.Combine(root, feature), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Uses().Matches(File.ReadAllText(file))).Select(use => use.Groups[1].Value).Where(other => other != feature && features.Contains(other)).ToHashSet());

        var mutual = features.SelectMany(one => looks[one].Where(other => string.CompareOrdinal(one, other) < 0 && looks[other].Contains(one)).Select(other => $"{one} – {other}"));

        Assert.Equal(StillMutual.Order(StringComparer.Ordinal), mutual.Order(StringComparer.Ordinal));
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "SalesCrm.sln")))
        {
            at = at.Parent;
        }

        return at.FullName;
    }

    [GeneratedRegex(@"^using SalesCrm\.Application\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Uses();
}
