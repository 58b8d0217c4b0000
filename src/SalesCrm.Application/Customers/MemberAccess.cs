using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Customers;

/// <summary>What somebody besides the owner may do with a customer's file.</summary>
public enum MemberAccess
{
    /// <summary>Owns an opportunity there: sees the file, logs follow-ups, and sees only his own records below it.</summary>
    Involved = 1,

    /// <summary>Reads the whole file, changes nothing.</summary>
    Read = 2,

    /// <summary>Works on the file like its owner.</summary>
    Edit = 3,
}

public static class MemberAccessNames
{
    public static Text Name(this MemberAccess memberAccess) => memberAccess switch
    {
        MemberAccess.Involved => "参与商机",
        MemberAccess.Read => "只读",
        MemberAccess.Edit => "可编辑",
        _ => throw new ArgumentOutOfRangeException(nameof(memberAccess)),
    };
}
