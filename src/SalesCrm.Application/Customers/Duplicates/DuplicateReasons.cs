using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers.Duplicates;

/// <summary>Why two files may be one customer.</summary>
[Flags]
public enum DuplicateReasons
{
    None = 0,
    SameName = 1,
    SamePhone = 2,
    SameEmail = 4,

    /// <summary>Similar names, and e-mail of the same company.</summary>
    SimilarName = 8,

    /// <summary>Names that differ by one character.</summary>
    NearName = 16,
}

public static class DuplicateReasonNames
{
    /// <summary>From 0 to 100: how sure each reason makes it, added up.</summary>
    public static int Score(this DuplicateReasons reasons)
        => Math.Min(100, Of(reasons).Sum(reason => reason switch
        {
            DuplicateReasons.SameName => 70,
            DuplicateReasons.SamePhone => 50,
            DuplicateReasons.SameEmail => 50,
            DuplicateReasons.SimilarName => 40,
            _ => 30,
        }));

    /// <summary>Whether a new file for it needs a reason; a name that is almost the same is only something to look at.</summary>
    public static bool AreSure(this DuplicateReasons reasons) => (reasons & ~DuplicateReasons.NearName) != DuplicateReasons.None;

    public static IEnumerable<Text> Names(this DuplicateReasons reasons)
        => Of(reasons).Select(reason => reason switch
        {
            DuplicateReasons.SameName => new Text("名称相同"),
            DuplicateReasons.SamePhone => new Text("电话相同"),
            DuplicateReasons.SameEmail => new Text("邮箱相同"),
            DuplicateReasons.SimilarName => new Text("名称相近，邮箱同一公司"),
            _ => new Text("名称只差一个字"),
        });

    private static IEnumerable<DuplicateReasons> Of(DuplicateReasons reasons)
        => Enum.GetValues<DuplicateReasons>().Where(reason => reason != DuplicateReasons.None && reasons.HasFlag(reason));
}
