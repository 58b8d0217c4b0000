using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports;

/// <summary>One of the five tables that sales teams keep: its sheet, its columns in wording and order, and what they mean.</summary>
public sealed record Template(int Number, string Name, string Kind, IReadOnlyList<(string Header, string Field)> Columns)
{
    /// <summary>The mapping under which its own file imports. Nobody so created can sign in.</summary>
    public MappingProfile Profile => new()
    {
        Kind = Kind,
        Columns = Columns.ToDictionary(column => column.Header, column => column.Field),
        Create = ["Customer", "Owner", "Industry", "Source"],
    };
}

/// <summary>The five templates.</summary>
public static class Templates
{
    public static Template Customers { get; } = new(1, "客户信息管理表", "customers",
    [
        ("客户名称", "Name"), ("所属行业", "Industry"), ("联系人信息(姓名/职位/电话/邮箱)", "Contact"), ("需求描述", "Need"), ("需求阶段", "NeedStage"),
        ("跟进人", "Owner"), ("最后跟进时间", "LastFollowUpAt"), ("下次跟进计划", "NextFollowUp"), ("客户等级", "Grade"), ("备注", "Remark"),
    ]);

    public static Template Opportunities { get; } = new(2, "销售机会跟进表", "opportunities",
    [
        ("机会编号", "Number"), ("客户名称", "Customer"), ("机会来源", "Source"), ("预计成交金额(元)", "Amount"), ("预计成交日期", "ExpectedCloseOn"),
        ("当前阶段", "Stage"), ("负责人", "Owner"), ("关键节点", "Milestones"), ("沟通记录摘要", "Summary"), ("竞争情况", "Competition"), ("风险评估", "Risk"),
    ]);

    public static Template Visits { get; } = new(3, "客户回访记录表", "visits",
    [
        ("回访日期", "At"), ("客户名称", "Customer"), ("回访方式", "Method"), ("回访人", "Visitor"), ("沟通主题", "Topic"),
        ("客户反馈", "Feedback"), ("处理措施", "Handling"), ("完成时限", "Due"), ("结果确认", "Result"),
    ]);

    public static Template Periods { get; } = new(4, "销售数据分析表(季度)", "periods",
    [
        ("统计周期", "Period"), ("线索数量", "Leads"), ("成交客户数量", "WonCustomers"), ("转化率(%)", "Conversion"), ("客单价(元)", "Aov"),
        ("复购率(%)", "Repurchase"), ("平均销售周期(天)", "Cycle"), ("主要问题", "Problem"), ("优化措施", "Measure"),
    ]);

    public static Template Grades { get; } = new(5, "销售客户分级管理表", "customers",
    [
        ("客户名称", "Name"), ("客户等级", "Grade"), ("联系方式", "ContactPhone"), ("最近购买日期", "LastDealOn"), ("购买金额", "AnnualAmount"), ("购买频率", "AnnualDealCount"), ("备注", "Remark"),
    ]);

    public static IReadOnlyList<Template> All { get; } = [Customers, Opportunities, Visits, Periods, Grades];

    /// <summary>By number or by name, in any script and width; null when it is none of the five.</summary>
    public static Template? Find(string? named)
        => All.FirstOrDefault(template => template.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == named?.Trim() || NameKey.Of(template.Name) == NameKey.Of(named));
}
