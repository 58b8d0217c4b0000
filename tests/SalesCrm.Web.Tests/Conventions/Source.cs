namespace SalesCrm.Web.Tests.Conventions;

/// <summary>The source files of the product, for rules that the compiler does not know.</summary>
internal static class Source
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files of a folder under <c>src</c> with their text.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, string pattern)
        => Directory.EnumerateFiles(Path.Combine(Root, "src", folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Root, "src"), file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Path.Combine(Root, "src", file))));

    private static string FindRoot()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "SalesCrm.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return root;
    }
}
