using System.Globalization;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Visits;

/// <summary>Both versions of a follow-up, field by field, when somebody else saved first.</summary>
public static class VisitConflict
{
    public static Conflict Between(EditVisit.Input mine, EditVisit.Input theirs, VisitForm.Choices choices, string? who, DateTime? at)
        => new(who ?? Translations.Current.Say("其他人"), at, theirs.Version.ToString(), Fields(mine, theirs, choices).ToList());

    private static IEnumerable<ConflictField> Fields(VisitInput mine, VisitInput theirs, VisitForm.Choices choices)
    {
        yield return new("Input.Method", "方式", mine.Method?.ToString(), theirs.Method?.ToString(), Say(mine.Method), Say(theirs.Method));
        yield return Plain("Feedback", "客户反馈", v => v.Feedback);
        yield return Plain("At", "时间", v => v.At?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        yield return Chosen("ContactId", "联系人", v => v.ContactId, choices.Contacts);
        yield return Chosen("OpportunityId", "商机", v => v.OpportunityId, choices.Opportunities);
        yield return Chosen("VisitorId", "回访人", v => v.VisitorId, choices.Visitors);
        yield return Plain("Topic", "沟通主题", v => v.Topic);
        yield return new("Input.IsInbound", "客户主动联系我们", Flag(mine.IsInbound), Flag(theirs.IsInbound), Say(mine.IsInbound), Say(theirs.IsInbound));
        yield return Plain("Handling", "处理措施", v => v.Handling);
        yield return Plain("DueOn", "完成时限", v => Day(v.DueOn));
        yield return Plain("Result", "结果确认", v => v.Result);
        yield return Plain("NextOn", "下一步日期", v => Day(v.NextOn));
        yield return Plain("NextText", "下一步做什么", v => v.NextText);

        ConflictField Plain(string name, string label, Func<VisitInput, string?> value)
            => new("Input." + name, label, value(mine)?.ReplaceLineEndings("\n"), value(theirs)?.ReplaceLineEndings("\n"));

        ConflictField Chosen(string name, string label, Func<VisitInput, long?> id, IReadOnlyList<VisitForm.Choice> from)
            => new("Input." + name, label, Key(id(mine)), Key(id(theirs)), from.FirstOrDefault(choice => choice.Id == id(mine))?.Name, from.FirstOrDefault(choice => choice.Id == id(theirs))?.Name);
    }

    private static string? Key(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Say(bool value) => Translations.Current.Say(value ? "是" : "否");

    private static string? Say(VisitMethod? method) => method is { } known ? Translations.Current.Say(known.Name()) : null;
}
