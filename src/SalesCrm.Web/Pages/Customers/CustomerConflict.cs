using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>Both versions of a customer's file, field by field, when somebody else saved first.</summary>
public static class CustomerConflict
{
    public static async Task<Conflict?> ShowAsync(CustomerForm form, long id, EditCustomer.Input mine, CustomerChoices choices, Actor actor, CancellationToken cancellationToken)
    {
        if (await form.FindAsync(id, actor, cancellationToken) is not { } theirs)
        {
            return null;
        }

        return new Conflict(await form.LastChangeAsync(id, cancellationToken), theirs.Version.ToString(), Fields(mine, theirs, choices));
    }

    private static IReadOnlyList<ConflictField> Fields(CustomerInput mine, CustomerInput theirs, CustomerChoices choices) => new Versions<CustomerInput>(mine, theirs)
        .Words("Name", "客户名称", c => c.Name)
        .Words("ShortName", "简称", c => c.ShortName)
        .Choice("IndustryId", "所属行业", c => c.IndustryId, id => choices.Industries.FirstOrDefault(word => word.Id == id)?.Name)
        .Choice("SourceId", "客户来源", c => c.SourceId, id => choices.Sources.FirstOrDefault(word => word.Id == id)?.Name)
        .Choice("CompanySizeId", "企业规模", c => c.CompanySizeId, id => choices.Sizes.FirstOrDefault(word => word.Id == id)?.Name)
        .Words("Province", "省份", c => c.Province)
        .Words("City", "城市", c => c.City)
        .Words("Address", "地址", c => c.Address)
        .Words("Website", "网址", c => c.Website)
        .Choice("OwnerId", "跟进人", c => c.OwnerId, id => choices.Owners.FirstOrDefault(person => person.Id == id)?.Name)
        .Words("Need", "需求描述", c => c.Need)
        .Kind("NeedStage", "需求阶段", c => c.NeedStage, stage => stage.Name())
        .Words("Budget", "预算（元）", c => c.Budget)
        .Number("NeedQuantity", "需求数量", c => c.NeedQuantity)
        .Number("Urgency", "紧急度", c => c.Urgency)
        .Words("ReferredBy", "推荐人", c => c.ReferredBy)
        .Words("ProductPreference", "产品偏好", c => c.ProductPreference)
        .Words("DecisionProcess", "决策流程", c => c.DecisionProcess)
        .Day("FirstContactOn", "首次接触时间", c => c.FirstContactOn)
        .Day("NextFollowUpOn", "下次跟进日期", c => c.NextFollowUpOn)
        .Words("NextFollowUpText", "下次跟进计划", c => c.NextFollowUpText)
        .Words("Remark", "备注", c => c.Remark)
        .Own(choices.Own, c => c.Fields)
        .Fields;
}
