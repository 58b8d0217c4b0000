namespace SalesCrm.Testing;

/// <summary>
/// Sample files that may not lie in the repository: in the folder that SALESCRM_DATA names, or in shared/data beside the repository
/// or above it.
/// </summary>
public static class SharedFiles
{
    /// <summary>Null where the files are not at hand.</summary>
    public static string? Folder { get; } = Find();

    public static string PathOf(params string[] parts)
        => Path.Combine([Folder ?? throw new InvalidOperationException("The sample files are not at hand."), .. parts]);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SALESCRM_DATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }
}
