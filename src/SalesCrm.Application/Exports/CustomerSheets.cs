using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Exports;

/// <summary>客户信息管理表 and 销售客户分级管理表, drawn customer by customer.</summary>
internal static class CustomerSheets
{
    private const string Nothing = "–";

    public static IQueryable<Customer> Standing(CrmDbContext db, Actor actor)
        => db.CustomersOf(actor).AsNoTracking().Where(customer => customer.ArchivedAt == null);

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Files(CrmDbContext db, CompanyClock clock, Actor actor, FieldColumns fields)
    {
        var own = fields.Values;
        var whole = db.CustomersWhollySeenBy(actor).Select(customer => customer.Id);
        var rows = Standing(db, actor).OrderBy(customer => customer.Id).Select(c => new
        {
            Stamp = new { c.Id, c.Version },
            c.Name,
            Industry = c.Industry!.Name,
            Contact = c.Contacts.Where(contact => contact.ArchivedAt == null).OrderByDescending(contact => contact.IsPrimary).ThenBy(contact => contact.Id)
                .Select(contact => new ContactLine(contact.Name, contact.Title, contact.Mobile ?? contact.Phone, contact.Email)).FirstOrDefault(),
            c.Need,
            c.NeedStage,
            Owner = c.Owner!.DisplayName,
            c.LastFollowUpAt,
            c.NextFollowUpOn,
            c.NextFollowUpText,
            c.Grade,
            c.Remark,
            IsOpen = whole.Contains(c.Id),
            Own = own.Where(value => value.RecordId == c.Id).Select(value => new FieldColumns.Value(value.FieldId, value.Number, value.Text)).ToList(),
        });
        await foreach (var c in rows.AsAsyncEnumerable())
        {
            DateOnly? last = c.LastFollowUpAt is { } at ? clock.DateOf(at) : null;
            yield return [.. fields.After(
            [
                c.Name, c.Industry, c.Contact?.Shown(c.IsOpen).Cell, c.Need, FieldWords.Of(FieldWords.NeedStages, c.NeedStage), c.Owner,
                SheetCell.Of(last), PlanCell.Of(c.NextFollowUpOn, c.NextFollowUpText, last), c.Grade + "级", c.Remark,
            ], c.Own), RowVersions.Cell(c.Stamp.Id, c.Stamp.Version)];
        }
    }

    public static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Grades(CrmDbContext db, Actor actor, FieldColumns fields)
    {
        var own = fields.Values;
        var whole = db.CustomersWhollySeenBy(actor).Select(customer => customer.Id);
        var rows = Standing(db, actor).OrderBy(customer => customer.Id).Select(c => new
        {
            Stamp = new { c.Id, c.Version },
            c.Name,
            c.Grade,
            c.GradeWords,
            Contact = c.Contacts.Where(contact => contact.ArchivedAt == null).OrderByDescending(contact => contact.IsPrimary).ThenBy(contact => contact.Id)
                .Select(contact => new ContactLine(contact.Name, contact.Title, contact.Mobile ?? contact.Phone, contact.Email)).FirstOrDefault(),
            On = c.DealCount > 0 ? c.LastDealOn : c.DeclaredLastDealOn,
            Amount = c.DealCount > 0 ? c.AnnualAmount : c.DeclaredAmount,
            Count = c.DealCount > 0 ? c.AnnualDealCount : c.DeclaredDealCount,
            c.Remark,
            IsOpen = whole.Contains(c.Id),
            Own = own.Where(value => value.RecordId == c.Id).Select(value => new FieldColumns.Value(value.FieldId, value.Number, value.Text)).ToList(),
        });
        await foreach (var c in rows.AsAsyncEnumerable())
        {
            yield return [.. fields.After(
            [
                c.Name, WordsOf(c.Grade, c.GradeWords), c.Contact?.Shown(c.IsOpen).Reach,
                c.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Nothing,
                c.Amount is { } amount ? amount.ToString("0.##", CultureInfo.InvariantCulture) + "元" : Nothing,
                c.Count is { } count ? count.ToString(CultureInfo.InvariantCulture) + "次" : Nothing,
                c.Remark,
            ], c.Own), RowVersions.Cell(c.Stamp.Id, c.Stamp.Version)];
        }
    }

    private static string WordsOf(Grade grade, string? words) => words is not null && GradeText.Read(words).Value == grade ? words : grade + "级";

    /// <summary>The contact that a table has room for.</summary>
    internal sealed record ContactLine(string Name, string? Title, string? Phone, string? Email)
    {
        public string Cell => string.Join('/', Name, Title, Phone, Email);

        public string? Reach => Phone ?? Email;

        /// <summary>Phone and e-mail are masked for whoever does not see the whole file.</summary>
        public ContactLine Shown(bool isOpen) => isOpen ? this : this with { Phone = Mask.Phone(Phone), Email = Mask.Email(Email) };
    }
}
