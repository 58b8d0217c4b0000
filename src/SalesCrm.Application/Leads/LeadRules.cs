using SalesCrm.Application.Customers;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Leads;

/// <summary>What conditions can ask of a lead.</summary>
internal static class LeadRules
{
    public static FilterRules<Lead> All { get; } = new(
        FieldSubject.Lead,
        Rules.Found<Lead>("name", "公司、联系人或电话", SearchKind.Lead, "q"),
        Rules.Choice<Lead, LeadStatus>("status", "状态", l => l.Status, status => status.Name(), always: true),
        Rules.Reference<Lead>("source", "来源", l => l.SourceId, Offers.Words(DictionaryKind.Source), "sourceId"),
        Rules.Reference<Lead>("owner", "跟进人", l => l.OwnerId, SeenOwners.LedChoices, "ownerId"),
        Rules.Line<Lead>("campaign", "营销活动", l => l.Campaign),
        Rules.Line<Lead>("province", "省份", l => l.Province, PlaceNames.SpellingsOf),
        Rules.Line<Lead>("city", "城市", l => l.City),
        Rules.Presence<Lead>("person", "联系人", l => l.Person != null && l.Person != ""),
        Rules.Line<Lead>("title", "职位", l => l.Title),
        Rules.Presence<Lead>("phone", "电话", l => l.Phone != null && l.Phone != ""),
        Rules.Presence<Lead>("email", "邮箱", l => l.Email != null && l.Email != ""),
        Rules.Presence<Lead>("need", "需求描述", l => l.Need != null && l.Need != ""),
        Rules.Number<Lead>("budget", "预算评分", l => l.BudgetScore),
        Rules.Number<Lead>("urgency", "紧迫度评分", l => l.UrgencyScore),
        Rules.Number<Lead>("authority", "决策权评分", l => l.AuthorityScore),
        Rules.Instant<Lead>("lastContact", "最近跟进", l => l.LastContactAt),
        Rules.Instant<Lead>("assigned", "分配时间", l => l.AssignedAt),
        Rules.Day<Lead>("nextFollowUp", "下次跟进日期", l => l.NextFollowUpOn),
        Rules.Day<Lead>("created", "创建日期", l => l.CreatedOn, always: true),
        Rules.Reference<Lead>("disqualified", "淘汰原因", l => l.DisqualifyReasonId, Offers.Words(DictionaryKind.DisqualifyReason)));
}
