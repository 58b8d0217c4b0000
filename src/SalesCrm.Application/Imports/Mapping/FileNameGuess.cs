using System.Text.RegularExpressions;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>What a file's own name tells: <c>contacts-2024.csv</c>, <c>商机列表.xlsx</c>.</summary>
internal static partial class FileNameGuess
{
    private const int Weight = 4;

    private static readonly (string Kind, Regex Words)[] Kinds =
    [
        ("customers", Customers()), ("contacts", Contacts()), ("leads", Leads()), ("opportunities", Opportunities()), ("visits", Acts()), ("events", Events()), ("users", Users()),
    ];

    /// <summary>What the name adds to a kind.</summary>
    public static int WeightOf(string kind, string fileName, string sheet)
        => Array.Exists(Kinds, pair => pair.Kind == kind && (pair.Words.IsMatch(fileName) || pair.Words.IsMatch(sheet))) ? Weight : 0;

    /// <summary>The way in which acts took place, where file or headers say it; null where they do not.</summary>
    public static string? MethodOf(string fileName, IEnumerable<string> headers)
    {
        var names = headers.Append(fileName).ToList();
        return names.Exists(Calls().IsMatch) ? "电话" : names.Exists(Mails().IsMatch) ? "邮件" : null;
    }

    [GeneratedRegex("account|compan|organi[sz]ation|customer|客户|公司|企业", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Customers();

    [GeneratedRegex("contact|people|person|联系人", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contacts();

    [GeneratedRegex("leads?(?![a-z])|线索", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leads();

    [GeneratedRegex("opportunit|deals?(?![a-z])|potentials?(?![a-z])|商机|机会", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opportunities();

    [GeneratedRegex("calls?(?![a-z])|meeting|appointment|activit|tasks?(?![a-z])|visits?(?![a-z])|notes?(?![a-z])|跟进|回访|拜访|通话|日程|任务", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Acts();

    [GeneratedRegex("cases?(?![a-z])|ticket|helpdesk|工单|投诉|事件", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Events();

    [GeneratedRegex("users?(?![a-z])|用户|员工", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Users();

    [GeneratedRegex(@"\bcalls?\b|通话|呼叫", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Calls();

    [GeneratedRegex(@"\be?-?mails?\b|邮件", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mails();
}
