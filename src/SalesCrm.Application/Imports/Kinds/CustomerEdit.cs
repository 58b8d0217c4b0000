using SalesCrm.Application.Customers;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>The fields of a customer's file, filled from a row.</summary>
internal static class CustomerEdit
{
    public static readonly string[] ContactFields = ["ContactName", "ContactTitle", "ContactPhone", "ContactEmail"];

    /// <summary>What the cells alone do not tell.</summary>
    public static void Check(ImportRun run, ImportRow row, Customer? found)
    {
        if (row.Text("Website") is { } site && !WebLink.TryRead(site, out _))
        {
            row.Refuse("Website", "网址不正确，例如 www.example.com");
        }

        if (row.Value<DateOnly>("FirstContactOn") > run.Clock.Today)
        {
            row.Refuse("FirstContactOn", "首次接触时间不能晚于今天");
        }

        if (found?.OwnerId is { } owner && run.People.IdOf(row.Text("Owner")) is { } next && next != owner && (run.Actor.Role == Role.Rep || !run.People.IsWithinReach(owner)))
        {
            row.Refuse("Owner", CustomerFile.NotYoursToGive);
        }

        if (row.Text("NextFollowUp") is { } plan && PlanText.Read(plan, Reference(run, row, found)) is { IsRefused: true, Problem: { } problem })
        {
            row.Refuse("NextFollowUp", problem);
        }
    }

    public static void Fill(ImportRun run, ImportRow row, RowEdit edit, Customer customer)
    {
        Rename(row, edit, customer);
        edit.Set("客户简称", customer.ShortName, row.Text("ShortName"), value => customer.ShortName = value);
        edit.Set("所属行业", customer.IndustryId, run.Industries.IdOf(row.Text("Industry")), id => customer.IndustryId = id, id => run.Industries.NameOf(id) ?? row.Text("Industry")!);
        edit.Set("客户来源", customer.SourceId, run.Sources.IdOf(row.Text("Source")), id => customer.SourceId = id, id => run.Sources.NameOf(id) ?? row.Text("Source")!);
        edit.Set("企业规模", customer.CompanySizeId, run.Sizes.IdOf(row.Text("CompanySize")), id => customer.CompanySizeId = id, id => run.Sizes.NameOf(id) ?? row.Text("CompanySize")!);
        edit.Set("省份", customer.Province, row.Text("Province"), value => customer.Province = value);
        edit.Set("城市", customer.City, row.Text("City"), value => customer.City = value);
        edit.Set("地址", customer.Address, row.Text("Address"), value => customer.Address = value);
        edit.Set("网址", customer.Website, row.Text("Website"), value => customer.Website = value);
        edit.Set("跟进人", customer.OwnerId, run.People.IdOf(row.Text("Owner")), id => customer.AssignTo(id), id => run.People.NameOf(id) ?? row.Text("Owner")!);
        FillNeed(row, edit, customer);
        edit.Set("首次接触时间", customer.FirstContactOn, row.Value<DateOnly>("FirstContactOn"), on => customer.FirstContactOn = on);
        FillPlan(run, row, edit, customer);
        edit.Set("推荐潜力", customer.ReferralPotential, row.Value<ReferralPotential>("ReferralPotential"), value => customer.ReferralPotential = value, value => FieldWords.Of(FieldWords.Referrals, (ReferralPotential?)value));
        edit.Set("需求稳定", customer.IsDemandStable, row.Value<bool>("IsDemandStable"), value => customer.IsDemandStable = value, value => YesNoText.Name(value).Format);
        FillPurchases(row, edit, customer);
        edit.Set("备注", customer.Remark, row.Text("Remark"), value => customer.Remark = value);
        FillContact(run, row, edit, customer);
        if (edit.HasChanged)
        {
            customer.ConfirmedAt = run.Clock.UtcNow;
        }
    }

    private static void Rename(ImportRow row, RowEdit edit, Customer customer)
    {
        var name = row.Text("Name")!;
        if (customer.Name == name || row.Leaves("Name"))
        {
            return;
        }

        // Found by a number of its own, or by what it was downloaded from, it may be renamed; found by the levelled name it keeps the one on file.
        if (row.Text("Number") is not null || row.Has(ExternalBook.Own) || row.Edited.Contains("Name"))
        {
            edit.Set("客户名称", customer.Name, name, value => customer.Rename(value, CustomerBook.KeyOf(value)));
        }
        else
        {
            row.Note(new Text("按“{0}”识别，名称不变", customer.Name));
        }
    }

    private static void FillNeed(ImportRow row, RowEdit edit, Customer customer)
    {
        var before = customer.Need;
        edit.Set("需求描述", customer.Need, row.Text("Need"), value => customer.Need = value);
        var named = customer.Need == before ? default : NeedText.In(customer.Need);
        edit.Set("需求阶段", customer.NeedStage, row.Value<NeedStage>("NeedStage"), value => customer.NeedStage = value, value => FieldWords.Of(FieldWords.NeedStages, (NeedStage?)value));
        edit.Set("预算", customer.Budget, row.Value<decimal>("Budget") ?? (customer.Budget is null ? named.Budget : null), value => customer.Budget = value);
        edit.Set("需求数量", customer.NeedQuantity, row.Value<int>("NeedQuantity") ?? (customer.NeedQuantity is null ? named.Quantity : null), value => customer.NeedQuantity = value);
        edit.Set("产品偏好", customer.ProductPreference, row.Text("ProductPreference"), value => customer.ProductPreference = value);
        edit.Set("决策流程", customer.DecisionProcess, row.Text("DecisionProcess"), value => customer.DecisionProcess = value);
    }

    private static void FillPlan(ImportRun run, ImportRow row, RowEdit edit, Customer customer)
    {
        var (on, text) = row.Value<DateOnly>("NextFollowUp") is { } day ? (day, null) : Planned();
        var planned = PlanCell.Of(on, text);
        var before = PlanCell.Of(customer.NextFollowUpOn, customer.NextFollowUpText);
        if (planned.Length == 0 || planned == before || planned == PlanCell.Of(customer.NextFollowUpOn, customer.NextFollowUpText, Reference(run, row, customer)))
        {
            return;
        }

        edit.Changed("下次跟进计划", before, planned);
        customer.PlanNext(on, text);

        (DateOnly? On, string? Text) Planned() => row.Text("NextFollowUp") is { } cell && PlanText.Read(cell, Reference(run, row, customer)).Value is { } plan
            ? (plan.Date, plan.What.Length == 0 ? null : plan.Original)
            : (null, null);
    }

    /// <summary>What was bought is computed from the deals; only for a customer without any may a file declare it.</summary>
    private static void FillPurchases(ImportRow row, RowEdit edit, Customer customer)
    {
        if (customer.DealCount > 0)
        {
            if ((row.Value<decimal>("AnnualAmount") is { } amount && amount != customer.AnnualAmount) || (row.Value<int>("AnnualDealCount") is { } count && count != customer.AnnualDealCount))
            {
                row.Note("购买数据由成交记录计算，文件里的未采用");
            }

            return;
        }

        edit.Set("最近购买日期", customer.DeclaredLastDealOn, row.Value<DateOnly>("LastDealOn"), on => customer.DeclaredLastDealOn = on);
        edit.Set("购买金额", customer.DeclaredAmount, row.Value<decimal>("AnnualAmount"), value => customer.DeclaredAmount = value);
        edit.Set("购买频率", customer.DeclaredDealCount, row.Value<int>("AnnualDealCount"), value => customer.DeclaredDealCount = value);
    }

    private static void FillContact(ImportRun run, ImportRow row, RowEdit edit, Customer customer)
    {
        var whole = row.Value<ContactCell>("Contact");
        if (whole is null && !Array.Exists(ContactFields, field => row.Has(field) && !row.Leaves(field)))
        {
            return;
        }

        var (person, mine) = whole is { } cell ? (cell, cell) : (Cell(row.Text), Cell(row.NewText));
        var was = row.Was("Contact") as ContactCell? ?? Cell(field => row.Was(field) as string);
        var beside = whole is null && row.Has(CustomerFields.Mobile) ? row.NewText("ContactPhone") : null;
        if (ContactMatch.Take(row, edit, customer, new(person, mine, was), beside) is not { } contact)
        {
            return;
        }

        customer.Contacts.Add(contact);
        if (!run.IsDry)
        {
            run.Db.Contacts.Add(contact);
        }
    }

    /// <summary>A column 联系方式 may hold either a number or an address.</summary>
    private static ContactCell Cell(Func<string, string?> text)
    {
        var (phone, email) = (text(CustomerFields.Mobile) ?? text("ContactPhone"), text("ContactEmail"));
        return email is null && EmailKey.Of(phone) is not null
            ? new(text("ContactName"), text("ContactTitle"), null, phone)
            : new(text("ContactName"), text("ContactTitle"), phone, email);
    }

    /// <summary>The row's own day, by which a day without a year is understood.</summary>
    private static DateOnly Reference(ImportRun run, ImportRow row, Customer? customer)
        => row.Value<DayAndTime>("LastFollowUpAt")?.Date ?? (customer?.LastFollowUpAt is { } last ? run.Clock.DateOf(last) : run.Clock.Today);
}
