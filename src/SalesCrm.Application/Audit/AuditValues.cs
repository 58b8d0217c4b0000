using SalesCrm.Application.Competitors;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Metrics;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Trials;
using SalesCrm.Application.Upgrades;
using SalesCrm.Application.Users;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Audit;

/// <summary>What a value of an enumeration is called, and what was done.</summary>
public static class AuditValues
{
    public static Text Name(this AuditAct act) => act switch
    {
        AuditAct.Created => "新建",
        AuditAct.Changed => "修改",
        AuditAct.Deleted => "删除",
        AuditAct.Exported => "导出",
        AuditAct.Imported => "导入",
        AuditAct.SignedIn => "登录",
        AuditAct.SignInFailed => "登录失败",
        AuditAct.SignedOut => "退出",
        _ => "被拒绝",
    };

    /// <summary>Null for a kind of value that has no words.</summary>
    internal static Text? NameOf(Enum value) => value switch
    {
        Grade grade => grade.Name(),
        LifecycleType lifecycle => lifecycle.Name(),
        FieldSubject subject => subject.Name(),
        FieldType type => type.Name(),
        FieldRoles roles => roles.Name(),
        VisitMethod method => method.Name(),
        NeedStage stage => stage.Name(),
        ReferralPotential potential => potential.Name(),
        RiskLevel risk => risk.Name(),
        RelationshipType relationship => relationship.Name(),
        NoteKind kind => kind.Name(),
        PricePosition position => position.Name(),
        ScriptKind kind => kind.Name(),
        FilterAudience audience => audience.Name(),
        LeadStatus status => status.Name(),
        TrialResult result => result.Name(),
        UpgradeState state => state.Name(),
        UpgradeStepKind step => step.Name(),
        MemberAccess access => access.Name(),
        ContactRole role => role.Name(),
        FollowUpTaskKind.AfterSales => "售后跟进",
        OpportunityStatus status => status switch { OpportunityStatus.Won => "已成交", OpportunityStatus.Lost => "已丢单", _ => "进行中" },
        ThreatLevel threat => threat switch { ThreatLevel.High => "高", ThreatLevel.Medium => "中", _ => "低" },
        Role role => role switch { Role.Rep => "销售", Role.Manager => "经理", Role.Service => "客服", Role.Legal => "法务", _ => "管理员" },
        DictionaryKind kind => kind switch
        {
            DictionaryKind.Industry => "所属行业",
            DictionaryKind.Source => "客户来源",
            DictionaryKind.CompanySize => "企业规模",
            DictionaryKind.DisqualifyReason => "淘汰原因",
            _ => "丢单原因",
        },
        StageCode code => code switch
        {
            StageCode.Identified => "机会识别",
            StageCode.FirstContact => "初步接触",
            StageCode.NeedsAnalysis => "需求深度挖掘",
            StageCode.Proposal => "方案呈现与谈判",
            StageCode.Contract => "成交签约",
            StageCode.AfterSales => "售后跟进",
            StageCode.Won => "已成交",
            _ => "已丢单",
        },
        Metric metric => metric switch
        {
            Metric.Leads => "线索数量",
            Metric.Conversion => "转化率",
            Metric.Aov => "客单价",
            Metric.Repurchase => "复购率",
            Metric.Cycle => "平均销售周期",
            Metric.WonCustomers => "成交客户数量",
            Metric.WonDeals => "成交单数",
            Metric.LostDeals => "丢单数",
            Metric.WinRate => "赢单率",
            Metric.DealSize => "平均成交金额",
            _ => "平均成交天数",
        },
        ExternalSubject subject => subject switch
        {
            ExternalSubject.Customer or ExternalSubject.CustomerNumber => "客户",
            ExternalSubject.Contact => "联系人",
            ExternalSubject.Lead or ExternalSubject.LeadPlan => "线索",
            ExternalSubject.Opportunity or ExternalSubject.OpportunityNumber => "商机",
            ExternalSubject.Visit => "跟进",
            ExternalSubject.Deal or ExternalSubject.DealNumber => "成交",
            ExternalSubject.User => "用户",
            _ => "特殊事件",
        },
        _ => default(Text?),
    };
}
