using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Exports;

/// <summary>The list of customers as a sheet; its headers are those that an import knows.</summary>
internal static class CustomerListSheet
{
    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        "客户编号", "客户名称", "客户等级", "所属行业", "企业规模", "省份", "城市", "客户来源", "跟进人", "需求阶段", "需求描述", "预算", "联系人", "联系人职位", "联系电话", "联系邮箱",
        "最后跟进时间", "下次跟进计划", "近一年购买金额(元)", "成交次数", "进行中商机", "建档日期", "备注",
    ];

    /// <summary>What only the list shows.</summary>
    public static IReadOnlyList<string> More { get; } = ["下一步", "到期", "客户类型", "累计成交额", "最近成交"];

    /// <summary>Where the sheet holds what a column of the list shows.</summary>
    public static IReadOnlyDictionary<string, string[]> Shown { get; } = new Dictionary<string, string[]>
    {
        ["grade"] = ["客户等级"],
        ["name"] = ["客户名称"],
        ["number"] = ["客户编号"],
        ["needStage"] = ["需求阶段"],
        ["nextStep"] = ["下一步"],
        ["due"] = ["到期"],
        ["last"] = ["最后跟进时间"],
        ["annual"] = ["近一年购买金额(元)"],
        ["budget"] = ["预算"],
        ["open"] = ["进行中商机"],
        ["industry"] = ["所属行业"],
        ["size"] = ["企业规模"],
        ["province"] = ["省份"],
        ["city"] = ["城市"],
        ["source"] = ["客户来源"],
        ["lifecycle"] = ["客户类型"],
        ["dealTotal"] = ["累计成交额"],
        ["lastDeal"] = ["最近成交"],
        ["deals"] = ["成交次数"],
        ["created"] = ["建档日期"],
        ["owner"] = ["跟进人"],
    };

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows(CrmDbContext db, CompanyClock clock, IQueryable<Customer> customers, Actor actor, FieldColumns fields)
    {
        var own = fields.Values;
        var whole = db.CustomersWhollySeenBy(actor).Select(customer => customer.Id);
        var rows = customers.OrderBy(customer => customer.Id).Select(c => new
        {
            Stamp = new { c.Id, c.Version },
            c.Number,
            c.Name,
            c.Grade,
            Industry = c.Industry!.Name,
            Size = c.CompanySize!.Name,
            c.Province,
            c.City,
            Source = c.Source!.Name,
            Owner = c.Owner!.DisplayName,
            c.NeedStage,
            c.Need,
            c.Budget,
            Contact = c.Contacts.Where(contact => contact.ArchivedAt == null).OrderByDescending(contact => contact.IsPrimary).ThenBy(contact => contact.Id)
                .Select(contact => new CustomerSheets.ContactLine(contact.Name, contact.Title, contact.Mobile ?? contact.Phone, contact.Email)).FirstOrDefault(),
            c.LastFollowUpAt,
            c.NextFollowUpOn,
            c.NextFollowUpText,
            c.AnnualAmount,
            c.DealCount,
            c.Lifecycle,
            c.DealTotal,
            c.LastDealOn,
            c.OpenOpportunityCount,
            c.CreatedAt,
            c.Remark,
            IsOpen = whole.Contains(c.Id),
            Own = own.Where(value => value.RecordId == c.Id).Select(value => new FieldColumns.Value(value.FieldId, value.Number, value.Text)).ToList(),
        });
        await foreach (var c in rows.AsAsyncEnumerable())
        {
            var contact = c.Contact?.Shown(c.IsOpen);
            yield return [.. fields.After(
            [
                c.Number, c.Name, c.Grade + "级", c.Industry, c.Size, c.Province, c.City, c.Source, c.Owner, FieldWords.Of(FieldWords.NeedStages, c.NeedStage), c.Need,
                SheetCell.Of(c.Budget, NumberStyle.Money), contact?.Name, contact?.Title, contact?.Phone, contact?.Email,
                SheetCell.Of(c.LastFollowUpAt is { } last ? clock.LocalOf(last) : (DateTime?)null), PlanCell.Of(c.NextFollowUpOn, c.NextFollowUpText), SheetCell.Of(c.AnnualAmount, NumberStyle.Money),
                SheetCell.Of(c.DealCount, NumberStyle.Integer), SheetCell.Of(c.OpenOpportunityCount, NumberStyle.Integer), clock.DateOf(c.CreatedAt), c.Remark,
            ], c.Own), c.NextFollowUpText, SheetCell.Of(c.NextFollowUpOn), Translations.Chinese.Say(c.Lifecycle.Name()), SheetCell.Of(c.DealTotal, NumberStyle.Money), SheetCell.Of(c.LastDealOn),
                RowVersions.Cell(c.Stamp.Id, c.Stamp.Version)];
        }
    }
}
