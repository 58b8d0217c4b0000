using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using static SalesCrm.Application.Imports.Mapping.FieldReaders;

namespace SalesCrm.Application.Imports.Kinds;

internal static class CustomerFields
{
    /// <summary>The mobile number beside another one; no column leads to it.</summary>
    public const string Mobile = "ContactMobile";

    public static IReadOnlyList<ImportField> All { get; } = HeaderWords.AddedTo("customers",
    [
        new ImportField("Name", "客户名称", Line(200)).Required(),
        new ImportField("Number", "客户编号", Line(40)),
        new ImportField("ShortName", "客户简称", Line(100)),
        new ImportField("Industry", "所属行业", Line(50)),
        new ImportField("Source", "客户来源", Line(50)),
        new ImportField("CompanySize", "企业规模", Line(50)),
        new ImportField("Province", "省份", FieldReaders.Province),
        new ImportField("City", "城市", Line(50)),
        new ImportField("Address", "地址", Line(200)),
        new ImportField("Website", "网址", Line(200)),
        new ImportField("Owner", "跟进人", Line(50)),
        new ImportField("Need", "需求描述", Lines(2000)),
        new ImportField("NeedStage", "需求阶段", OneOf(FieldWords.NeedStages, word => new("没有需求阶段“{0}”，请写初步了解、需求确认、方案对比、商务谈判、已成交或无需求", word))).OfWords(FieldWords.NeedStages),
        new ImportField("Budget", "预算", Money),
        new ImportField("NeedQuantity", "需求数量", Count),
        new ImportField("ProductPreference", "产品偏好", Lines(500)),
        new ImportField("DecisionProcess", "决策流程", Lines(500)),
        new ImportField("FirstContactOn", "首次接触时间", Date),
        new ImportField("Contact", "联系人信息(姓名/职位/电话/邮箱)", Contact),
        new ImportField("ContactName", "联系人", Person(50)).OfPerson(),
        new ImportField("ContactTitle", "联系人职位", Person(50)),
        new ImportField("ContactPhone", "联系电话", Phone).Reaching(new ReachFields("ContactName", "ContactTitle", "ContactEmail", Mobile, "ContactPhone")),
        new ImportField("ContactEmail", "联系邮箱", Email),
        new ImportField("LastFollowUpAt", "最后跟进时间", FieldReaders.DateTime),
        new ImportField("NextFollowUp", "下次跟进计划", Plan),
        new ImportField("Grade", "客户等级", FieldReaders.Grade),
        new ImportField("ReferralPotential", "推荐潜力", OneOf(FieldWords.Referrals, word => new("没有推荐潜力“{0}”，请写低、中或高", word))).OfWords(FieldWords.Referrals),
        new ImportField("IsDemandStable", "需求稳定", YesNo),
        new ImportField("LastDealOn", "最近购买日期", Date),
        new ImportField("AnnualAmount", "购买金额", Money),
        new ImportField("AnnualDealCount", "购买频率", Count),
        new ImportField("Remark", "备注", Lines(20_000)).Joining(),
        LinkFields.Own,
        LinkFields.Owner,
    ]);
}
