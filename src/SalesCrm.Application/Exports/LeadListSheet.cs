using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Trials;

namespace SalesCrm.Application.Exports;

/// <summary>The list of leads as a sheet. The headers up to the day of creation are those that an import knows; what follows tells what happened, and is left aside by it.</summary>
internal static class LeadListSheet
{
    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        "公司", "联系人", "职位", "电话", "邮箱", "省份", "城市", "来源", "需求", "活动", "负责人", "预算评分", "紧急度评分", "决策权限评分", "状态", "淘汰原因", "淘汰说明", "下次跟进日期", "下次跟进计划", "创建日期",
        "评分结论", "放行原因", "分配时间", "最后联系", "线索表单", "提交时间", "同意条款版本", "同意条款", "试用内容", "试用开始", "试用结束", "试用结果", "试用说明", "转化客户", "转化商机",
    ];

    /// <summary>What only the list shows.</summary>
    public static IReadOnlyList<string> More { get; } = ["评分", "地区"];

    public static IReadOnlyDictionary<string, string[]> Shown { get; } = new Dictionary<string, string[]>
    {
        ["company"] = ["公司", "联系人", "电话"],
        ["status"] = ["状态"],
        ["score"] = ["评分"],
        ["source"] = ["来源"],
        ["due"] = ["下次跟进日期"],
        ["title"] = ["职位"],
        ["region"] = ["地区"],
        ["campaign"] = ["活动"],
        ["lastContact"] = ["最后联系"],
        ["owner"] = ["负责人"],
        ["created"] = ["创建日期"],
    };

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows(CrmDbContext db, CompanyClock clock, IQueryable<Lead> leads, Actor actor, FieldColumns fields)
    {
        var own = fields.Values;
        var scoring = await LeadScoring.ReadAsync(db, CancellationToken.None);
        var customers = db.CustomersOf(actor);
        var rows = leads.OrderBy(lead => lead.Id).Select(l => new
        {
            Stamp = new { l.Id, l.Version },
            l.Company,
            l.Person,
            l.Title,
            l.Phone,
            l.Email,
            l.Province,
            l.City,
            Source = l.Source!.Name,
            l.Need,
            l.Campaign,
            Owner = l.Owner!.DisplayName,
            l.BudgetScore,
            l.UrgencyScore,
            l.AuthorityScore,
            l.Status,
            DisqualifyWord = l.DisqualifyWord!.Name,
            l.DisqualifyReason,
            l.NextFollowUpOn,
            l.NextFollowUpText,
            l.CreatedOn,
            l.OverrideReason,
            l.AssignedAt,
            l.LastContactAt,
            Post = db.FormPosts.Where(post => post.LeadId == l.Id).Select(post => new { post.Form!.Name, post.At, post.ConsentRevision, post.ConsentText }).FirstOrDefault(),
            Trial = db.Trials.Where(trial => trial.LeadId == l.Id).OrderByDescending(trial => trial.Id)
                .Select(trial => new { trial.What, trial.StartOn, trial.EndOn, trial.Result, trial.ResultNote }).FirstOrDefault(),
            Customer = customers.Where(customer => customer.Id == l.CustomerId).Select(customer => customer.Name).FirstOrDefault(),
            Opportunity = customers.Any(customer => customer.Id == l.CustomerId) ? l.Opportunity!.Number : null,
            Own = own.Where(value => value.RecordId == l.Id).Select(value => new FieldColumns.Value(value.FieldId, value.Number, value.Text)).ToList(),
        });
        await foreach (var l in rows.AsAsyncEnumerable())
        {
            var (reason, note) = l.DisqualifyWord is null ? (l.DisqualifyReason, null) : (l.DisqualifyWord, l.DisqualifyReason);
            yield return [.. fields.After(
            [
                l.Company, l.Person, l.Title, l.Phone, l.Email, l.Province, l.City, l.Source, l.Need, l.Campaign, l.Owner, SheetCell.Of(l.BudgetScore, NumberStyle.Integer),
                SheetCell.Of(l.UrgencyScore, NumberStyle.Integer), SheetCell.Of(l.AuthorityScore, NumberStyle.Integer), Chinese(l.Status.Name()), reason, note, SheetCell.Of(l.NextFollowUpOn), l.NextFollowUpText,
                l.CreatedOn, Verdict(LeadScore.Of(scoring, l.BudgetScore, l.UrgencyScore, l.AuthorityScore)), l.OverrideReason, Instant(l.AssignedAt), Instant(l.LastContactAt),
                l.Post?.Name, Instant(l.Post?.At), SheetCell.Of(l.Post?.ConsentRevision, NumberStyle.Integer), l.Post?.ConsentText,
                l.Trial?.What, SheetCell.Of(l.Trial?.StartOn), SheetCell.Of(l.Trial?.EndOn), l.Trial?.Result is { } result ? Chinese(result.Name()) : null, l.Trial?.ResultNote,
                l.Customer, l.Opportunity,
            ], l.Own), string.Join(" / ", new[] { l.BudgetScore, l.UrgencyScore, l.AuthorityScore }.Select(score => score?.ToString(CultureInfo.InvariantCulture) ?? "–")),
                string.Join(" ", new[] { l.Province, l.City }.Where(part => !string.IsNullOrEmpty(part)).Distinct()), RowVersions.Cell(l.Stamp.Id, l.Stamp.Version)];
        }

        SheetCell Instant(DateTime? at) => SheetCell.Of(at is { } instant ? clock.LocalOf(instant) : (DateTime?)null);
    }

    private static string Verdict(LeadScore score)
        => score.IsQualified ? Chinese("已达标") : string.Join("；", score.Parts.Select(part => part.Problem).OfType<Text>().Select(Chinese));

    private static string Chinese(Text text) => Translations.Chinese.Say(text);
}
