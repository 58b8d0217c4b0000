namespace SalesCrm.Web.Pages.Shared;

/// <summary>Someone else saved first: both versions side by side; the choice is posted as the ordinary form again, upon the newer version.</summary>
/// <param name="Who">Who saved in between.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Version">The version that is now stored, posted back under <paramref name="VersionName"/>.</param>
public sealed record Conflict(string Who, DateTime? At, string Version, IReadOnlyList<ConflictField> Fields, string VersionName = "Input.Version");

/// <summary>One field in both versions, by the value that the form posts and, where that is a key, the words for it. Fields that are equal are carried along unseen.</summary>
public sealed record ConflictField(string Name, string Label, string? Mine, string? Theirs, string? MineWords = null, string? TheirsWords = null)
{
    public bool Differs => !string.Equals(Mine ?? "", Theirs ?? "", StringComparison.Ordinal);
}
