using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Fields;

/// <summary>The records that take fields of the admin's own.</summary>
public enum FieldSubject
{
    Customer = 1,
    Contact = 2,
    Lead = 3,
    Opportunity = 4,
}

/// <summary>What a field holds. Never changed once a record has a value.</summary>
public enum FieldType
{
    Text = 1,

    /// <summary>With up to four decimals.</summary>
    Number = 2,

    /// <summary>Yuan.</summary>
    Money = 3,
    Date = 4,

    /// <summary>One of the field's own choices.</summary>
    Choice = 5,
    YesNo = 6,
}

/// <summary>The roles that see a field beside the admin, who keeps it and sees all.</summary>
[Flags]
public enum FieldRoles
{
    None = 0,
    Rep = 1,
    Manager = 2,
    Service = 4,
    Legal = 8,
    All = Rep | Manager | Service | Legal,
}

public static class FieldNames
{
    public static Text Name(this FieldSubject subject) => subject switch
    {
        FieldSubject.Customer => "客户",
        FieldSubject.Contact => "联系人",
        FieldSubject.Lead => "线索",
        FieldSubject.Opportunity => "商机",
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    public static Text Name(this FieldType type) => type switch
    {
        FieldType.Text => "文字",
        FieldType.Number => "数字",
        FieldType.Money => "金额",
        FieldType.Date => "日期␟类型",
        FieldType.Choice => "选项",
        FieldType.YesNo => "是／否",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>In words, the admin included.</summary>
    public static Text Name(this FieldRoles roles)
        => new("{0}", string.Join('、', new[] { Role.Rep, Role.Manager, Role.Service, Role.Legal, Role.Admin }.Where(role => roles.Include(role)).Select(role => Translations.Current.Say(role.Title()))));

    public static bool Include(this FieldRoles roles, Role role) => role switch
    {
        Role.Rep => roles.HasFlag(FieldRoles.Rep),
        Role.Manager => roles.HasFlag(FieldRoles.Manager),
        Role.Service => roles.HasFlag(FieldRoles.Service),
        Role.Legal => roles.HasFlag(FieldRoles.Legal),
        _ => role == Role.Admin,
    };
}
