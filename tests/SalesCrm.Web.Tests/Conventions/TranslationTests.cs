using System.Text.Json;
using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Visits;

namespace SalesCrm.Web.Tests.Conventions;

/// <summary>Every Chinese sentence of the source that a person may read has its English, and each English one uses the same places.</summary>
public sealed partial class TranslationTests
{
    [Fact]
    public void Every_sentence_of_views_and_rules_has_its_english()
    {
        var missing = Sources()
            .SelectMany(file => Sentences(file).Select(sentence => (File: Path.GetFileName(file), Sentence: sentence)))
            .Where(found => !Translations.English.Has(found.Sentence))
            .Select(found => $"{found.File}: {found.Sentence}")
            .Distinct()
            .ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} without English:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void Every_english_sentence_fills_the_same_places()
    {
        var wrong = Sources().SelectMany(Sentences).Distinct()
            .Where(Translations.English.Has)
            .Where(sentence => !Places(sentence).SetEquals(Places(Translations.English.Say(sentence))))
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Two files that say it differently would leave it to chance; a word with two meanings carries its meaning behind ␟.</summary>
    [Fact]
    public void No_sentence_has_two_english_ones()
    {
        var twice = Files().SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
            .GroupBy(pair => pair.Key, pair => pair.Value)
            .Where(said => said.Distinct().Count() > 1)
            .Select(said => $"{said.Key}: {string.Join(" | ", said.Distinct())}")
            .ToList();
        Assert.True(twice.Count == 0, string.Join('\n', twice));

        static IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(Root(), "src", "SalesCrm.Application", "Translations"), "en.*.json");
    }

    [Fact]
    public void A_word_with_two_meanings_is_shown_without_its_mark()
    {
        Assert.Equal(("电话", "Call"), (Translations.Chinese.Say(VisitMethod.Call.Name()), Translations.English.Say(VisitMethod.Call.Name())));
        Assert.Equal(("电话", "Phone"), (Translations.Chinese.Say("电话"), Translations.English.Say("电话")));
        Assert.Equal(("Owner", "Leader"), (Translations.English.Say("负责人"), Translations.English.Say("负责人␟团队")));
    }

    private static HashSet<string> Places(string format) => Place().Matches(format).Select(match => match.Value).ToHashSet();

    /// <summary>String literals with a Chinese character, comments left out.</summary>
    private static IEnumerable<string> Sentences(string file)
        => File.ReadLines(file)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.TrimStart().StartsWith("@*", StringComparison.Ordinal))
            .Select(line => Labels().Replace(line, match => string.Join(' ', match.Groups[1].Value.Split(',').Select(label => $"\"{label.Trim()}\""))))
            .SelectMany(line => Localized().Matches(line).Concat(Literal().Matches(Localized().Replace(line, ""))).Select(match => match.Groups[1].Value))
            .Where(literal => Chinese().IsMatch(literal))
            .Select(Regex.Unescape);

    private static string Root()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "SalesCrm.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return root;
    }

    private static IEnumerable<string> Sources()
    {
        var root = Root();
        return new[] { "SalesCrm.Web", "SalesCrm.Application" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(root, "src", project), "*.cs*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => !NotForReaders.Any(part => file.Contains(part, StringComparison.Ordinal)));
    }

    /// <summary>Chinese that is data or grammar and not a sentence on a screen: words that are read in files, names of the reference rows, demo data.</summary>
    private static readonly string[] NotForReaders = ["ReferenceRows.cs", "/Shared/Values/", "/Shared/Texts/", "/Demo/", "DemoPeople", "/Shared/Localization/", "/Commands/", "/Formats/Show.cs", "_LanguageForm.cshtml", "SheetPart.cs", "WorkbookParts.cs", "/Time/Period.cs", "CustomerListSheet.cs", "CustomerSheets.cs", "PlanCell.cs", "TalkSummary.cs", "HeaderWords.cs", "FieldWords.cs", "Templates.cs", "CompanySizes.cs", "/Imports/Mapping/HeaderWords.cs", "/Imports/Mapping/FileNameGuess.cs", "/Imports/Templates.cs", "/Imports/Kinds/FieldWords.cs", "/Imports/Kinds/TalkSummary.cs", "/Imports/Kinds/PlanCell.cs", "/Imports/Kinds/CompanySizes.cs", "/Exports/CustomerListSheet.cs", "/Exports/SalesListSheets.cs", "/Exports/CustomerSheets.cs", "/LeadForms/PostJudgement.cs", "/Relationships/RelationshipCard.cs"];

    /// <summary>Inside an attribute the quotes of a view's sentence stand within other quotes.</summary>
    [GeneratedRegex("T(?:\\.Html\\(|\\[)\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Localized();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    /// <summary>The one attribute that holds several sentences.</summary>
    [GeneratedRegex("labels=\"([^\"]*)\"")]
    private static partial Regex Labels();

    [GeneratedRegex("[\\u4e00-\\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex("\\{\\d+")]
    private static partial Regex Place();
}
