using SalesCrm.Application.Database;

namespace SalesCrm.Web.Pages.Shared;

/// <summary>Someone else saved first: both versions side by side; the choice is posted as the ordinary form again, upon the newer version.</summary>
/// <param name="Change">Who saved in between, and what stood there before.</param>
/// <param name="Version">The version that is now stored, posted back under <paramref name="VersionName"/>.</param>
/// <param name="Fields">The fields of the form.</param>
/// <param name="VersionName">Name of the field that carries the version.</param>
public sealed record Conflict(LastChange.Change Change, string Version, IReadOnlyList<ConflictField> Fields, string VersionName = "Input.Version")
{
    /// <summary>What somebody left as it was before the other's change, he did not mean to keep: the newer value is proposed.</summary>
    public bool ProposesTheirs(ConflictField field) => Change.Before[field.Name[(field.Name.LastIndexOf('.') + 1)..]].Contains(LastChange.Plain(field.MineStored ?? field.Mine));
}

/// <summary>One field in both versions, by the value that the form posts and, where that is a key, the words for it. Fields that are equal are carried along unseen.</summary>
/// <param name="Name">Name of the field in the form.</param>
/// <param name="Label">Its label.</param>
/// <param name="Mine">What was typed.</param>
/// <param name="Theirs">What is stored now.</param>
/// <param name="MineWords">Words for what was typed.</param>
/// <param name="TheirsWords">Words for what is stored.</param>
/// <param name="MineStored">What was typed, as the audit trail writes it, where that differs.</param>
public sealed record ConflictField(string Name, string Label, string? Mine, string? Theirs, string? MineWords = null, string? TheirsWords = null, string? MineStored = null)
{
    public bool Differs => !string.Equals(Mine ?? "", Theirs ?? "", StringComparison.Ordinal);
}
