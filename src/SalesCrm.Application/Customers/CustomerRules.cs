using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Search;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers;

/// <summary>What conditions can ask of a customer's file.</summary>
internal static class CustomerRules
{
    public static FilterRules<Customer> All { get; } = new(
        FieldSubject.Customer,
        Rules.Found<Customer>("name", "名称、简称或编号", SearchKind.Customer, "q"),
        Rules.Choice<Customer, Grade>("grade", "客户等级", c => c.Grade, grade => grade.Name(), always: true, simple: "grade"),
        Rules.Choice<Customer, LifecycleType>("lifecycle", "客户类型", c => c.Lifecycle, type => type.Name(), always: true, simple: "lifecycle"),
        Rules.Choice<Customer, NeedStage>("needStage", "需求阶段", c => c.NeedStage, stage => stage.Name(), simple: "needStage"),
        Rules.Choice<Customer, RelationshipType>("relationship", "关系类型", c => c.Relationship, type => type.Name(), simple: "relationship"),
        Rules.Reference<Customer>("industry", "所属行业", c => c.IndustryId, Offers.Words(DictionaryKind.Industry), "industryId"),
        Rules.Reference<Customer>("source", "客户来源", c => c.SourceId, Offers.Words(DictionaryKind.Source), "sourceId"),
        Rules.Reference<Customer>("size", "企业规模", c => c.CompanySizeId, Offers.Words(DictionaryKind.CompanySize)),
        Rules.Reference<Customer>("owner", "跟进人", c => c.OwnerId, SeenOwners.Choices, "ownerId"),
        Rules.Line<Customer>("province", "省份", c => c.Province, PlaceNames.SpellingsOf),
        Rules.Line<Customer>("city", "城市", c => c.City),
        Rules.Presence<Customer>("address", "地址", c => c.Address != null && c.Address != ""),
        Rules.Presence<Customer>("website", "网址", c => c.Website != null && c.Website != ""),
        Rules.Presence<Customer>("contact", "联系人", c => c.Contacts.Any(contact => contact.ArchivedAt == null)),
        Rules.Presence<Customer>("phone", "联系电话", c => c.Contacts.Any(contact => contact.ArchivedAt == null && (contact.Mobile != null || contact.Phone != null))),
        Rules.Presence<Customer>("email", "联系人邮箱", c => c.Contacts.Any(contact => contact.ArchivedAt == null && contact.Email != null)),
        Rules.Presence<Customer>("referrer", "转介绍人", c => c.ReferredById != null),
        Rules.Instant<Customer>("lastFollowUp", "最近跟进", c => c.LastFollowUpAt),
        Rules.Day<Customer>("nextFollowUp", "下次跟进日期", c => c.NextFollowUpOn),
        Rules.Day<Customer>("firstContact", "首次接触时间", c => c.FirstContactOn),
        Rules.Instant<Customer>("created", "建档时间", c => c.CreatedAt, always: true),
        Rules.Presence<Customer>("need", "需求描述", c => c.Need != null && c.Need != ""),
        Rules.Money<Customer>("budget", "预算␟客户", c => c.Budget),
        Rules.Number<Customer>("urgency", "紧急度", c => c.Urgency),
        Rules.Number<Customer>("quantity", "需求数量", c => c.NeedQuantity),
        Rules.Holds<Customer>("highPotential", "高潜力", HighPotential.Rule, "highPotential"),
        Rules.YesNo<Customer>("stable", "需求稳定", c => c.IsDemandStable),
        Rules.Choice<Customer, ReferralPotential>("referral", "推荐潜力", c => c.ReferralPotential, potential => potential.Name()),
        Rules.Points<Customer>("potential", "潜力分", c => c.Potential),
        Rules.Points<Customer>("satisfaction", "最近满意度", c => c.SurveyScore),
        Rules.Number<Customer>("buyingReferrals", "推荐成交家数", c => c.BuyingReferrals, always: true),
        Rules.Presence<Customer>("decisionMaker", "决策者", c => c.Contacts.Any(contact => contact.ArchivedAt == null && contact.Role == ContactRole.DecisionMaker)),
        Rules.Presence<Customer>("influencer", "影响者", c => c.Contacts.Any(contact => contact.ArchivedAt == null && contact.Role == ContactRole.Influencer)),
        Rules.Day<Customer>("lifecycleSince", "成为此类型的日期", c => c.LifecycleSince),
        Rules.Number<Customer>("openOpportunities", "进行中商机数", c => c.OpenOpportunityCount, always: true),
        Rules.Number<Customer>("deals", "成交次数", c => c.DealCount, always: true),
        Rules.Money<Customer>("dealTotal", "累计成交额", c => c.DealTotal, always: true),
        Rules.Money<Customer>("annual", "近 12 个月采购", c => c.AnnualAmount, always: true),
        Rules.Day<Customer>("firstDeal", "首次成交", c => c.FirstDealOn),
        Rules.Day<Customer>("lastDeal", "最近成交", c => c.LastDealOn),
        Rules.Presence<Customer>("remark", "备注", c => c.Remark != null && c.Remark != ""));
}
