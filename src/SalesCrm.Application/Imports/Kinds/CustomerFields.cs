using SalesCrm.Application.Imports.Mapping;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

internal static class CustomerFields
{
    public static IReadOnlyList<ImportField> All { get; } =
    [
        new ImportField("Name", "客户名称", Line(200)).Named("公司名称", "企业名称", "客户", "名称", "单位名称", "Customer", "Customer name", "Company", "Company name", "Account", "Account name").Required(),
        new ImportField("Number", "客户编号", Line(40)).Named("编号", "Customer number", "Customer ID"),
        new ImportField("ShortName", "客户简称", Line(100)).Named("简称", "Short name"),
        new ImportField("Industry", "所属行业", Line(50)).Named("行业", "Sector"),
        new ImportField("Source", "客户来源", Line(50)).Named("来源", "渠道来源", "Lead source"),
        new ImportField("CompanySize", "企业规模", Line(50)).Named("公司规模", "规模", "员工人数", "Company size", "Employees"),
        new ImportField("Province", "省份", Line(50)).Named("省", "地区", "所在地区", "Region", "State"),
        new ImportField("City", "城市", Line(50)).Named("市", "所在城市"),
        new ImportField("Address", "地址", Line(200)).Named("详细地址", "公司地址"),
        new ImportField("Website", "网址", Line(200)).Named("网站", "公司网站", "官网地址"),
        new ImportField("Owner", "跟进人", Line(50)).Named("负责人", "销售", "客户经理", "业务员", "Sales rep", "Sales agent"),
        new ImportField("Need", "需求描述", Lines(2000)).Named("客户需求", "需求", "Needs"),
        new ImportField("NeedStage", "需求阶段", OneOf(FieldWords.NeedStages, word => new("没有需求阶段“{0}”，请写初步了解、需求确认、方案对比、商务谈判、已成交或无需求", word))).Named("阶段", "Need stage"),
        new ImportField("Budget", "预算", Money).Named("预算(元)", "采购预算"),
        new ImportField("NeedQuantity", "需求数量", Count).Named("数量", "Quantity"),
        new ImportField("ProductPreference", "产品偏好", Lines(500)).Named("Product preference"),
        new ImportField("DecisionProcess", "决策流程", Lines(500)).Named("Decision process"),
        new ImportField("FirstContactOn", "首次接触时间", Date).Named("首次接触日期", "First contact"),
        new ImportField("Contact", "联系人信息(姓名/职位/电话/邮箱)", Contact).Named("联系人信息"),
        new ImportField("ContactName", "联系人", Line(50)).Named("联系人姓名", "姓名", "Contact name"),
        new ImportField("ContactTitle", "联系人职位", Line(50)).Named("职位", "职务", "Contact title"),
        new ImportField("ContactPhone", "联系电话", Phone).Named("电话", "手机", "手机号", "联系方式", "Contact phone", "Phone", "Mobile"),
        new ImportField("ContactEmail", "联系邮箱", Line(254)).Named("邮箱", "电子邮箱", "Contact email", "Email", "E-mail"),
        new ImportField("LastFollowUpAt", "最后跟进时间", FieldReaders.DateTime).Named("最近跟进时间", "最后跟进日期", "Last follow-up"),
        new ImportField("NextFollowUp", "下次跟进计划", Plan).Named("下次跟进", "下次跟进时间", "Next follow-up"),
        new ImportField("Grade", "客户等级", FieldReaders.Grade).Named("等级", "客户级别", "Customer grade"),
        new ImportField("ReferralPotential", "推荐潜力", OneOf(FieldWords.Referrals, word => new("没有推荐潜力“{0}”，请写低、中或高", word))).Named("Referral potential"),
        new ImportField("IsDemandStable", "需求稳定", YesNo).Named("Stable demand"),
        new ImportField("LastDealOn", "最近购买日期", Date).Named("最近成交日期", "Last purchase"),
        new ImportField("AnnualAmount", "购买金额", Money).Named("购买金额(元)", "Purchase amount"),
        new ImportField("AnnualDealCount", "购买频率", Count).Named("购买次数", "Purchase frequency"),
        new ImportField("Remark", "备注", Lines(20_000)).Named("说明", "Remarks", "Notes", "Comment").Joining(),
    ];
}
