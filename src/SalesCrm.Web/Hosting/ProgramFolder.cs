namespace SalesCrm.Web.Hosting;

/// <summary>
/// Where the program lives: its settings file, its assets and, unless a setting says otherwise, its data. It does not depend on
/// the folder somebody starts it from, so that server and verbs always mean the same database.
/// </summary>
public static class ProgramFolder
{
    /// <summary>The nearest folder with assets at or above the program: its own once published, the project's when run from source; else the current one.</summary>
    public static string Path { get; } = Find() ?? Directory.GetCurrentDirectory();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "wwwroot")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
