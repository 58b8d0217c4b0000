using System.Collections.Frozen;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Audit;

/// <summary>What records and their fields are called on the pages of the audit trail. A name without a word here shows as it is stored.</summary>
public static class AuditWords
{
    private static readonly FrozenDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["Customer"] = "客户",
        ["CustomerMember"] = "协作成员",
        ["CustomerEvent"] = "特殊事件",
        ["Contact"] = "联系人",
        ["Lead"] = "线索",
        ["LeadFollowUp"] = "线索跟进",
        ["AssignmentRule"] = "线索分配规则",
        ["LeadForm"] = "线索表单",
        ["Trial"] = "试用",
        ["SurveyAnswer"] = "满意度调查",
        ["UpgradeProgramme"] = "升级计划",
        ["UpgradeStep"] = "升级步骤",
        ["Opportunity"] = "商机",
        ["OpportunityMember"] = "商机成员",
        ["Milestone"] = "关键节点",
        ["Rival"] = "竞争情况",
        ["Stage"] = "销售阶段",
        ["StageChange"] = "阶段变化",
        ["Deal"] = "成交",
        ["Product"] = "产品",
        ["Visit"] = "跟进",
        ["FollowUpTask"] = "跟进任务",
        ["Competitor"] = "竞争对手",
        ["CompetitorNote"] = "竞争动态",
        ["CompetitorProduct"] = "竞品",
        ["Script"] = "话术",
        ["GradingPolicy"] = "分级规则",
        ["Target"] = "目标",
        ["PeriodReport"] = "统计报表",
        ["User"] = "用户",
        ["Team"] = "团队",
        ["DictionaryEntry"] = "字典",
        ["Setting"] = "设置",
        ["CustomField"] = "自定义字段",
        ["FieldChoice"] = "字段选项",
        ["SavedFilter"] = "筛选标签",
        ["Area"] = "功能开关",
        ["SignIn"] = "登录",
        ["DuplicateDismissal"] = "不是重复",
        ["Export"] = "导出",
        ["Attachment"] = "附件",
        ["Import"] = "导入",
        ["ExternalId"] = "外部编号",
    }.ToFrozenDictionary();

    /// <summary>Columns of the sign-in framework that say nothing to a reader, and the moment of a change, which stands with it anyhow.</summary>
    internal static readonly FrozenSet<string> Unsaid = new[]
    {
        "NormalizedUserName", "NormalizedEmail", "EmailConfirmed", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled", nameof(Customers.Customer.ConfirmedAt),
    }.ToFrozenSet();

    public static IEnumerable<string> SubjectNames => Subjects.Keys;

    public static Text Subject(string subject) => Subjects.GetValueOrDefault(subject, subject);

    public static Text Field(string subject, string property)
        => AuditFields.All.GetValueOrDefault(subject + "." + property) ?? AuditFields.All.GetValueOrDefault(property, property);

    internal static bool HasSubject(string subject) => Subjects.ContainsKey(subject);

    internal static bool HasField(string subject, string property) => Unsaid.Contains(property) || AuditFields.All.ContainsKey(subject + "." + property) || AuditFields.All.ContainsKey(property);
}
