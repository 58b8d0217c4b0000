using static SalesCrm.Application.Users.Role;

namespace SalesCrm.Web.Navigation;

/// <summary>Every place of the product by job. A feature adds its page here; an entry without a page does not show.</summary>
public static class SiteMap
{
    public static IReadOnlyList<NavigationSection> Sections { get; } =
    [
        new(null,
        [
            new("我的一天", "ti-sun", "/my-day", Rep, Manager, Service),
            new("看板", "ti-layout-dashboard", "/"),
        ]),
        new("客户与商机",
        [
            new("客户", "ti-building", "/customers", Rep, Manager, Service, Admin),
            new("公海", "ti-ripple", "/customers/pool", Rep, Manager, Admin),
            new("线索", "ti-target-arrow", "/leads", Rep, Manager, Admin),
            new("商机", "ti-layout-kanban", "/opportunities"),
            new("分群", "ti-chart-pie", "/segments"),
            new("试用", "ti-hourglass", "/trials", Rep, Manager, Admin),
            new("跟进", "ti-message-2", "/visits", Rep, Manager, Service, Admin),
            new("竞争对手", "ti-swords", "/competitors", Rep, Manager, Admin),
            new("话术库", "ti-quote", "/scripts", Rep, Manager, Service, Admin),
        ]),
        new("维护与服务",
        [
            new("客户分级", "ti-award", "/grading", Rep, Manager, Admin),
            new("客户升级", "ti-trending-up", "/upgrades", Rep, Manager, Admin),
            new("客户关系", "ti-users", "/relationships", Rep, Manager, Admin),
            new("客户关怀", "ti-heart-handshake", "/care", Rep, Manager, Service, Admin),
            new("客户问题", "ti-headset", "/cases", Rep, Manager, Service, Admin),
            new("满意度调查", "ti-star", "/surveys", Rep, Manager, Service, Admin),
        ]),
        new("成交与回款",
        [
            new("成交", "ti-trophy", "/deals", Rep, Manager, Admin),
            new("报价", "ti-file-text", "/quotes", Rep, Manager, Admin),
            new("合同", "ti-file-certificate", "/contracts", Rep, Manager, Legal, Admin),
            new("应收账款", "ti-receipt-yuan", "/receivables", Rep, Manager, Admin),
        ]),
        new("分析与计划",
        [
            new("销售数据分析", "ti-chart-bar", "/metrics", Rep, Manager, Admin),
            new("改进措施", "ti-trending-up", "/improvements", Rep, Manager, Admin),
            new("计划", "ti-calendar-stats", "/plans", Rep, Manager, Service, Admin),
            new("日报", "ti-notebook", "/reports/daily", Rep, Manager, Service, Admin),
            new("目标", "ti-target", "/targets", Rep, Manager, Admin),
            new("考核", "ti-clipboard-check", "/appraisals", Rep, Manager, Admin),
            new("营销活动", "ti-speakerphone", "/campaigns", Rep, Manager, Admin),
        ]),
        new("管理",
        [
            new("导入", "ti-file-import", "/imports", Rep, Manager, Admin),
            new("导出", "ti-file-export", "/exports", Rep, Manager, Admin),
            new("批量操作", "ti-arrow-back-up", "/acts", Rep, Manager, Service, Admin),
            new("查重", "ti-copy", "/customers/duplicates", Rep, Manager, Admin),
            new("定期梳理", "ti-eraser", "/customers/tidy", Rep, Manager, Admin),
            new("交接", "ti-arrows-exchange", "/handovers", Rep, Manager, Service, Admin),
            new("用户", "ti-users", "/admin/users", Admin),
            new("团队", "ti-hierarchy-2", "/admin/teams", Admin),
            new("商机阶段", "ti-list-numbers", "/admin/stages", Admin),
            new("字典", "ti-vocabulary", "/admin/dictionaries", Admin),
            new("线索评分", "ti-target-arrow", "/admin/lead-scoring", Admin),
            new("线索分配规则", "ti-map-pin", "/admin/lead-assignment", Admin),
            new("线索表单", "ti-forms", "/admin/lead-forms", Admin),
            new("试用设置", "ti-hourglass", "/admin/trials", Admin),
            new("附件限额", "ti-paperclip", "/admin/attachments", Admin),
            new("客户类型规则", "ti-users", "/admin/lifecycle", Admin),
            new("升级规则", "ti-trending-up", "/admin/upgrades", Admin),
            new("折扣权限", "ti-discount", "/admin/discounts", Admin),
            new("自定义字段", "ti-forms", "/admin/fields", Admin),
            new("功能开关", "ti-toggle-left", "/admin/areas", Admin),
            new("公海规则", "ti-ripple", "/admin/pool", Admin),
            new("操作记录", "ti-history", "/admin/audit", Admin),
            new("设置", "ti-settings", "/admin/settings", Admin),
        ]),
    ];

    /// <summary>What the 新建 menu offers.</summary>
    public static IReadOnlyList<NavigationEntry> NewThings { get; } =
    [
        new("跟进␟单", "ti-message-plus", "/visits/new", Rep, Manager, Service, Admin),
        new("客户␟单", "ti-building", "/customers/new", Rep, Manager, Service, Admin),
        new("商机␟单", "ti-layout-kanban", "/opportunities/new", Rep, Manager, Admin),
        new("线索␟单", "ti-target-arrow", "/leads/new", Rep, Manager, Admin),
    ];

    /// <summary>The bar at the foot of a phone; 更多 leads to the rest.</summary>
    public static IReadOnlyList<NavigationEntry> PhoneBar { get; } =
    [
        new("我的一天", "ti-sun", "/my-day", Rep, Manager, Service),
        new("客户", "ti-building", "/customers", Rep, Manager, Service, Admin),
        new("记跟进", "ti-plus", "/visits/new", Rep, Manager, Service, Admin),
        new("商机", "ti-layout-kanban", "/opportunities"),
        new("更多", "ti-menu-2", "/preferences/menu"),
    ];
}
