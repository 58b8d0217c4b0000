using System.Text.RegularExpressions;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Tests.Conventions;

/// <summary>Every Chinese sentence of the web project has its English.</summary>
public sealed partial class TranslationTests
{
    // Parts of dates and numbers, which are written per language; and the name of a language, which stays in its own.
    private static readonly HashSet<string> Untranslated = ["M月d日", "yyyy年M月d日", "周", "日一二三四五六", "亿", "万", "中", "中文", "切换到中文"];

    [Fact]
    public void Every_sentence_has_its_English()
    {
        var missing = Sentences().Where(found => !Untranslated.Contains(found.Sentence) && !Translations.English.Has(found.Sentence)).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing.Select(found => $"{found.File}: {found.Sentence}")));
    }

    [Fact]
    public void The_search_finds_sentences_in_views_and_in_code()
    {
        var sentences = Sentences().Select(found => found.Sentence).ToHashSet();
        Assert.Contains("跳到正文", sentences);
        Assert.Contains("没有权限", sentences);
    }

    private static IEnumerable<(string File, string Sentence)> Sentences()
    {
        var root = Path.Combine(Root(), "src", "SalesCrm.Web");
        var views = Directory.EnumerateFiles(Path.Combine(root, "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => InViews().Matches(File.ReadAllText(file)), (file, match) => (file, match));
        var code = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => InCode().Matches(Comments().Replace(File.ReadAllText(file), "")), (file, match) => (file, match));
        return views.Concat(code)
            .SelectMany(found => found.match.Groups["many"].Success ? found.match.Groups["many"].Value.Split(',') : [found.match.Groups["one"].Value], (found, sentence) => (found.file, sentence.Trim()))
            .Where(found => Chinese().IsMatch(found.Item2))
            .Select(found => (Path.GetRelativePath(root, found.file), found.Item2));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SalesCrm.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    /// <summary>T["…"], T.Html("…"), any other literal in code within a view, and the attributes that our tag helpers translate.</summary>
    [GeneratedRegex("""(?:\bT\[|\bT\.Html\(|[(,=?:]\s*)"(?<one>[^"\r\n<>]*\p{IsCJKUnifiedIdeographs}[^"\r\n<>]*)"|\blabels="(?<many>[^"]*)"|\b(?:label|hint|none|action|noun)="(?<one>[^"@]*)"|<empty[^>]*\btitle="(?<one>[^"@]*)" """, RegexOptions.None, 5000)]
    private static partial Regex InViews();

    [GeneratedRegex("\"(?<one>[^\"\\r\\n]*\\p{IsCJKUnifiedIdeographs}[^\"\\r\\n]*)\"")]
    private static partial Regex InCode();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
