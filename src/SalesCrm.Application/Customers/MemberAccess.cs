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
