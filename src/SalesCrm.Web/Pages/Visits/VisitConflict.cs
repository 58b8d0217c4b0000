using System.Globalization;
using SalesCrm.Application.Database;
using SalesCrm.Application.Visits;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Visits;

/// <summary>Both versions of a follow-up, field by field, when somebody else saved first.</summary>
public static class VisitConflict
{
    public static Conflict Between(EditVisit.Input mine, EditVisit.Input theirs, VisitForm.Choices choices, LastChange.Change change)
        => new(change, theirs.Version.ToString(), Fields(mine, theirs, choices));

    private static IReadOnlyList<ConflictField> Fields(VisitInput mine, VisitInput theirs, VisitForm.Choices choices) => new Versions<VisitInput>(mine, theirs)
        .Kind("Method", "方式", v => v.Method, method => method.Name())
        .Words("Feedback", "客户反馈", v => v.Feedback)
        .Words("At", "时间", v => v.At?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))
        .Choice("ContactId", "联系人", v => v.ContactId, id => Named(choices.Contacts, id))
        .Choice("OpportunityId", "商机", v => v.OpportunityId, id => Named(choices.Opportunities, id))
        .Choice("VisitorId", "回访人", v => v.VisitorId, id => Named(choices.Visitors, id))
        .Words("Topic", "沟通主题", v => v.Topic)
        .Mark("IsInbound", "客户主动联系我们", v => v.IsInbound)
        .Words("Handling", "处理措施", v => v.Handling)
        .Day("DueOn", "完成时限", v => v.DueOn)
        .Words("Result", "结果确认", v => v.Result)
        .Day("NextOn", "下一步日期", v => v.NextOn)
        .Words("NextText", "下一步做什么", v => v.NextText)
        .Fields;

    private static string? Named(IReadOnlyList<VisitForm.Choice> from, long id) => from.FirstOrDefault(choice => choice.Id == id)?.Name;
}
