using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>The words that files use for what the product knows as a fixed set. The first of each is what exports write.</summary>
internal static class FieldWords
{
    /// <summary>Whether the customer called, by what other systems say of a call, levelled.</summary>
    public static IReadOnlyDictionary<string, bool> Directions { get; } = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["inbound"] = true,
        ["incoming"] = true,
        ["missed"] = true,
        ["呼入"] = true,
        ["来电"] = true,
        ["outbound"] = false,
        ["outgoing"] = false,
        ["呼出"] = false,
        ["去电"] = false,
        ["internal"] = false,
    };

    public static IReadOnlyDictionary<string, bool> YesNo { get; } = Words<bool>((true, ["是"]), (false, ["否"]));

    public static IReadOnlyDictionary<string, NeedStage> NeedStages { get; } = Words<NeedStage>(
        (NeedStage.Initial, ["初步了解", "Initial"]), (NeedStage.Confirmed, ["需求确认", "Confirmed"]), (NeedStage.Comparing, ["方案对比", "Comparing"]),
        (NeedStage.Negotiating, ["商务谈判", "Negotiating"]), (NeedStage.Won, ["已成交", "成交", "Won"]), (NeedStage.None, ["无需求", "None"]));

    public static IReadOnlyDictionary<string, VisitMethod> VisitMethods { get; } = Words<VisitMethod>(
        (VisitMethod.Visit, ["拜访", "上门", "上门拜访", "面谈", "Visit"]), (VisitMethod.Call, ["电话", "电话回访", "Call", "Phone"]), (VisitMethod.Email, ["邮件", "邮箱", "Email", "E-mail", "Mail"]),
        (VisitMethod.WeCom, ["企业微信", "微信", "WeCom", "WeChat"]), (VisitMethod.OnlineMeeting, ["线上会议", "视频会议", "OnlineMeeting", "Meeting"]), (VisitMethod.TextMessage, ["短信", "TextMessage", "SMS"]),
        (VisitMethod.SocialMedia, ["社交媒体", "SocialMedia"]), (VisitMethod.Other, ["其他", "Other"]));

    public static IReadOnlyDictionary<string, ReferralPotential> Referrals { get; } = Words<ReferralPotential>(
        (ReferralPotential.Low, ["低", "Low"]), (ReferralPotential.Medium, ["中", "中等", "Medium"]), (ReferralPotential.High, ["高", "High"]));

    public static IReadOnlyDictionary<string, ContactRole> ContactRoles { get; } = Words<ContactRole>(
        (ContactRole.DecisionMaker, ["决策者", "DecisionMaker"]), (ContactRole.Influencer, ["影响者", "Influencer"]), (ContactRole.User, ["使用者", "User"]), (ContactRole.Buyer, ["采购", "Buyer"]), (ContactRole.Gatekeeper, ["把关者", "Gatekeeper"]));

    public static IReadOnlyDictionary<string, Role> Roles { get; } = Words<Role>(
        (Role.Rep, ["销售", "Rep"]), (Role.Manager, ["经理", "Manager"]), (Role.Service, ["客服", "Service"]), (Role.Legal, ["法务", "Legal"]), (Role.Admin, ["管理员", "Admin"]));

    public static IReadOnlyDictionary<string, LeadStatus> LeadStatuses { get; } = Words<LeadStatus>(
        (LeadStatus.New, ["新线索", "未处理", "待分配", "New", "Assigned", "Open"]), (LeadStatus.Working, ["跟进中", "Working", "In Process", "In Progress", "Contacted", "Nurturing"]), (LeadStatus.Qualified, ["已达标", "Qualified"]),
        (LeadStatus.Disqualified, ["已淘汰", "无效", "Disqualified", "Unqualified", "Dead", "Recycled", "Lost", "Junk"]), (LeadStatus.Converted, ["已转化", "已转换", "Converted"]));

    /// <summary>How an opportunity ended, where a system keeps that apart from the step.</summary>
    public static IReadOnlyDictionary<string, OpportunityStatus> OpportunityStatuses { get; } = Words<OpportunityStatus>(
        (OpportunityStatus.Open, ["进行中", "跟进中", "未成交", "Open", "In Progress", "Active"]), (OpportunityStatus.Won, ["已成交", "赢单", "已赢单", "成交", "成功", "Won", "Closed Won"]),
        (OpportunityStatus.Lost, ["已丢单", "丢单", "输单", "已输单", "失败", "无效", "Lost", "Closed Lost", "Canceled", "Cancelled", "Abandoned"]));

    /// <summary>Whether an act has taken place, in the words of other systems.</summary>
    public static IReadOnlyDictionary<string, ActState> ActStates { get; } = Words<ActState>(
        (ActState.Done, ["已完成", "完成", "Held", "Completed", "Done", "Closed", "Sent", "Archived", "Read"]),
        (ActState.Planned, ["计划中", "未完成", "未开始", "进行中", "Planned", "Not Started", "In Progress", "Open", "Scheduled", "Pending Input", "Waiting on someone else"]),
        (ActState.Cancelled, ["已取消", "取消", "Not Held", "Cancelled", "Canceled", "Deferred", "Draft"]));

    /// <summary>
    /// The steps by the product's own names, and by the need stages that the field's tables write in the column 当前阶段: 需求确认 is the third
    /// step, 方案对比 the fourth, 商务谈判 belongs to it too because the step is called 方案呈现与谈判.
    /// </summary>
    public static IReadOnlyDictionary<string, StageCode> Stages { get; } = Words<StageCode>(
        (StageCode.Identified, ["机会识别", "初步了解", "Identified"]), (StageCode.FirstContact, ["初步接触", "FirstContact", "First contact"]), (StageCode.NeedsAnalysis, ["需求深度挖掘", "需求确认", "NeedsAnalysis", "Needs analysis"]),
        (StageCode.Proposal, ["方案呈现与谈判", "方案对比", "商务谈判", "Proposal"]), (StageCode.Contract, ["成交签约", "Contract"]), (StageCode.AfterSales, ["售后跟进", "AfterSales", "After-sales"]),
        (StageCode.Won, ["已成交", "成交", "赢单", "Won", "Closed Won"]), (StageCode.Lost, ["已丢单", "丢单", "输单", "无需求", "Lost", "Closed Lost"]));

    /// <summary>The word that exports write.</summary>
    public static string Of<T>(IReadOnlyDictionary<string, T> words, T? value)
        where T : struct
        => value is { } wanted ? words.First(word => word.Value.Equals(wanted)).Key : "";

    private static Dictionary<string, T> Words<T>(params (T Value, string[] Names)[] sets)
        where T : struct
        => sets.SelectMany(set => set.Names, (set, name) => (name, set.Value)).ToDictionary(pair => pair.name, pair => pair.Value, StringComparer.Ordinal);
}
