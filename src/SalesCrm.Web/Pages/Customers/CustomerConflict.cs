using System.Globalization;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
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

        var who = await form.LastEditAsync(id, cancellationToken);
        return new Conflict(who.Name, who.At, theirs.Version.ToString(), Fields(mine, theirs, choices).ToList());
    }

    private static IEnumerable<ConflictField> Fields(CustomerInput mine, CustomerInput theirs, CustomerChoices choices)
    {
        yield return Plain("Name", "客户名称", c => c.Name);
        yield return Plain("ShortName", "简称", c => c.ShortName);
        yield return Chosen("IndustryId", "所属行业", c => c.IndustryId, id => choices.Industries.FirstOrDefault(word => word.Id == id)?.Name);
        yield return Chosen("SourceId", "客户来源", c => c.SourceId, id => choices.Sources.FirstOrDefault(word => word.Id == id)?.Name);
        yield return Chosen("CompanySizeId", "企业规模", c => c.CompanySizeId, id => choices.Sizes.FirstOrDefault(word => word.Id == id)?.Name);
        yield return Plain("Province", "省份", c => c.Province);
        yield return Plain("City", "城市", c => c.City);
        yield return Plain("Address", "地址", c => c.Address);
        yield return Plain("Website", "网址", c => c.Website);
        yield return Chosen("OwnerId", "跟进人", c => c.OwnerId, id => choices.Owners.FirstOrDefault(person => person.Id == id)?.Name);
        yield return Plain("Need", "需求描述", c => c.Need);
        yield return new ConflictField("Input.NeedStage", "需求阶段", mine.NeedStage?.ToString(), theirs.NeedStage?.ToString(), Say(mine.NeedStage), Say(theirs.NeedStage));
        yield return Plain("Budget", "预算（元）", c => c.Budget);
        yield return Plain("NeedQuantity", "需求数量", c => c.NeedQuantity?.ToString(CultureInfo.InvariantCulture));
        yield return Plain("ProductPreference", "产品偏好", c => c.ProductPreference);
        yield return Plain("DecisionProcess", "决策流程", c => c.DecisionProcess);
        yield return Plain("FirstContactOn", "首次接触时间", c => Day(c.FirstContactOn));
        yield return Plain("NextFollowUpOn", "下次跟进日期", c => Day(c.NextFollowUpOn));
        yield return Plain("NextFollowUpText", "下次跟进计划", c => c.NextFollowUpText);
        yield return Plain("Remark", "备注", c => c.Remark);

        ConflictField Plain(string name, string label, Func<CustomerInput, string?> value)
            => new("Input." + name, label, Level(value(mine)), Level(value(theirs)));

        ConflictField Chosen(string name, string label, Func<CustomerInput, long?> id, Func<long?, string?> word)
            => new("Input." + name, label, id(mine)?.ToString(CultureInfo.InvariantCulture), id(theirs)?.ToString(CultureInfo.InvariantCulture), word(id(mine)), word(id(theirs)));
    }

    /// <summary>Browsers post line breaks as CR LF; the database keeps LF.</summary>
    private static string? Level(string? text) => text?.ReplaceLineEndings("\n");

    private static string? Say(NeedStage? stage) => stage is { } known ? Translations.Current.Say(known.Name()) : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
