using System.Collections.Frozen;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Audit;

/// <summary>What records and their fields are called on the pages of the audit trail. A name without a word here shows as it is stored.</summary>
public static class AuditWords
{
    private static readonly FrozenDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["Customer"] = "客户", ["CustomerMember"] = "协作成员", ["CustomerEvent"] = "特殊事件", ["Contact"] = "联系人", ["Lead"] = "线索",
        ["Opportunity"] = "商机", ["OpportunityMember"] = "商机成员", ["Milestone"] = "关键节点", ["Rival"] = "竞争情况", ["Stage"] = "销售阶段",
        ["Deal"] = "成交", ["Product"] = "产品", ["Visit"] = "跟进", ["FollowUpTask"] = "跟进任务", ["Competitor"] = "竞争对手", ["CompetitorNote"] = "竞争动态",
        ["GradingPolicy"] = "分级规则", ["Target"] = "目标", ["PeriodReport"] = "统计报表", ["User"] = "用户", ["Team"] = "团队", ["DictionaryEntry"] = "字典",
        ["Setting"] = "设置", ["SignIn"] = "登录", ["Export"] = "导出", ["Import"] = "导入",
    }.ToFrozenDictionary();

    /// <summary>By property, or by <c>Subject.Property</c> where the word differs.</summary>
    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Access"] = "权限", ["Address"] = "地址", ["Amount"] = "金额（元）", ["AmountA"] = "A 级年采购额（元）", ["AmountB"] = "B 级年采购额（元）", ["Aov"] = "客单价（元）",
        ["ArchivedAt"] = "归档时间", ["AssigneeId"] = "负责人", ["At"] = "时间", ["Attitude"] = "态度", ["AuthorId"] = "作者", ["AuthorityScore"] = "决策权评分",
        ["Birthday"] = "生日", ["Budget"] = "预算（元）", ["BudgetScore"] = "预算评分", ["CalculatedGrade"] = "计算等级", ["CameFromLead"] = "来自线索", ["Campaign"] = "营销活动",
        ["Channel"] = "渠道", ["City"] = "城市", ["ClosedOn"] = "关闭日期", ["Code"] = "阶段", ["Company"] = "公司", ["CompanySizeId"] = "企业规模", ["Competition"] = "竞争情况",
        ["CompetitorId"] = "竞争对手", ["ContactId"] = "联系人", ["Conversion"] = "转化率（%）", ["Cost"] = "成本（元）", ["CounterMeasure"] = "应对措施", ["CounterStrategy"] = "应对策略",
        ["CreatedAt"] = "创建时间", ["CreatedById"] = "创建人", ["CreatedOn"] = "创建日期", ["CustomerId"] = "客户", ["Cycle"] = "平均销售周期（天）", ["DecisionProcess"] = "决策流程",
        ["DeclaredAmount"] = "申报购买金额（元）", ["DeclaredDealCount"] = "申报购买次数", ["DeclaredLastDealOn"] = "申报最近购买日期", ["DeliveryOn"] = "交付日期", ["DisplayName"] = "姓名",
        ["DisqualifyReason"] = "不合格原因", ["DoneAt"] = "完成时间", ["DoneByVisitId"] = "完成它的跟进", ["DormantInteractions"] = "低频互动次数", ["DormantMonths"] = "未购买月数",
        ["DueOn"] = "完成时限", ["DueText"] = "完成时限原文", ["DuplicateReason"] = "重复建档原因", ["Email"] = "邮箱", ["EnglishName"] = "英文名称", ["ExpectedCloseOn"] = "预计成交日期",
        ["ExpectedDays"] = "预期天数", ["Feedback"] = "客户反馈", ["FirstContactOn"] = "首次接触时间", ["Grade"] = "客户等级", ["GradeWords"] = "等级名称", ["Handling"] = "处理措施", ["IdentifiedOn"] = "机会识别日期",
        ["IndustryId"] = "所属行业", ["IsActive"] = "启用", ["IsArchived"] = "已停用", ["IsDemandStable"] = "需求稳定", ["IsInbound"] = "客户主动联系", ["IsPrimary"] = "主要联系人",
        ["Kind"] = "类别", ["LeaderId"] = "负责人", ["Leads"] = "线索数量", ["ListPrice"] = "标价（元）", ["LossNote"] = "丢单说明", ["LossReasonId"] = "丢单原因", ["LostToId"] = "输给",
        ["Measure"] = "优化措施", ["Method"] = "回访方式", ["Metric"] = "指标", ["Mobile"] = "手机", ["Name"] = "名称", ["Need"] = "需求描述", ["NeedQuantity"] = "需求数量",
        ["NeedStage"] = "需求阶段", ["NeedsAmount"] = "需要金额", ["NeedsContactWithFeedback"] = "需要带反馈的联系", ["NeedsDeliveryDate"] = "需要交付日期", ["NeedsNeed"] = "需要需求描述",
        ["NeedsPaymentTerms"] = "需要付款方式", ["NeedsScore"] = "需要评分", ["NeedsSource"] = "需要来源", ["NextFollowUpOn"] = "下次跟进日期", ["NextFollowUpText"] = "下次跟进计划",
        ["NextOn"] = "下次跟进日期", ["NextText"] = "下次跟进计划", ["Number"] = "编号", ["Offer"] = "对方报价", ["On"] = "日期", ["OpportunityId"] = "商机", ["Original"] = "导入原文",
        ["OverrideById"] = "等级调整人", ["OverrideGrade"] = "人工等级", ["OverrideReason"] = "调整原因", ["OverrideUntil"] = "调整有效期至", ["OwnerId"] = "跟进人", ["ParentId"] = "上级团队",
        ["PasswordExpiresAt"] = "密码到期时间", ["PaymentTerms"] = "付款方式", ["Period"] = "统计周期", ["Person"] = "联系人", ["Phone"] = "电话", ["Position"] = "顺序", ["Preferences"] = "偏好",
        ["PriceGap"] = "价差（%）", ["PriceLevel"] = "价格水平", ["Probability"] = "成功率（%）", ["Problem"] = "主要问题", ["ProductId"] = "产品", ["ProductPreference"] = "产品偏好",
        ["Products"] = "产品", ["Province"] = "省份", ["Reached"] = "到过的最远阶段", ["ReferralA"] = "A 级推荐潜力", ["ReferralPotential"] = "推荐潜力", ["ReferredById"] = "转介绍人",
        ["Region"] = "地区", ["Remark"] = "备注", ["Repurchase"] = "复购率（%）", ["Result"] = "结果确认", ["Revision"] = "版本", ["Risk"] = "风险", ["RiskMitigation"] = "风险应对",
        ["RiskNote"] = "风险说明", ["Role"] = "角色", ["Contact.Role"] = "决策角色", ["Scale"] = "规模", ["Series"] = "系列", ["ShortName"] = "简称", ["Source"] = "来源", ["SourceId"] = "来源",
        ["StableDemandB"] = "B 级要求需求稳定", ["Stage"] = "当前阶段", ["StageAlias"] = "阶段原文", ["StageDueOn"] = "阶段时限", ["StageEnteredAt"] = "进入阶段时间", ["Status"] = "状态",
        ["Strategy"] = "策略", ["Strengths"] = "优势", ["Summary"] = "沟通记录摘要", ["TeamId"] = "团队", ["Text"] = "内容", ["Threat"] = "威胁程度", ["Title"] = "职位", ["Topic"] = "沟通主题",
        ["UrgencyScore"] = "紧迫度评分", ["UserId"] = "成员", ["UserName"] = "登录名", ["Value"] = "值", ["VisitorId"] = "回访人", ["Weaknesses"] = "劣势", ["Website"] = "网址",
        ["WeChat"] = "微信", ["WonCustomers"] = "成交客户数量", ["YearsA"] = "A 级合作年数", ["YearsB"] = "B 级合作年数", ["LockoutEnd"] = "锁定至", ["LockoutEnabled"] = "可锁定",
        ["AccessFailedCount"] = "连续登录失败次数", ["address"] = "来源地址", ["user"] = "登录名",
    }.ToFrozenDictionary();

    /// <summary>Columns of the sign-in framework that say nothing to a reader.</summary>
    internal static readonly FrozenSet<string> Unsaid = new[]
    {
        "NormalizedUserName", "NormalizedEmail", "EmailConfirmed", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled",
    }.ToFrozenSet();

    public static IEnumerable<string> SubjectNames => Subjects.Keys;

    public static Text Subject(string subject) => Subjects.GetValueOrDefault(subject, subject);

    public static Text Field(string subject, string property)
        => Fields.GetValueOrDefault(subject + "." + property) ?? Fields.GetValueOrDefault(property, property);

    internal static bool HasSubject(string subject) => Subjects.ContainsKey(subject);

    internal static bool HasField(string subject, string property) => Unsaid.Contains(property) || Fields.ContainsKey(subject + "." + property) || Fields.ContainsKey(property);
}
