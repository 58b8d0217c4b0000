using SalesCrm.Application.Customers;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>Writes rows into opportunities, new ones and those on file.</summary>
internal sealed class OpportunityEdit(ImportRun run, StageBook stages, OpportunityBatch batch, TakenNumbers taken)
{
    private readonly OpportunityCheck _check = new(run, stages, batch);

    public Opportunity Apply(ImportRow row)
    {
        var found = batch.Known.GetValueOrDefault(row.Text("Number")!);
        var customer = found?.Customer ?? row.Customer!;
        var opportunity = found ?? Open(row, customer);
        var edit = new RowEdit(row, found is null);
        Fill(row, edit, opportunity);
        FillSummary(row, edit, opportunity);
        FillRisk(row, edit, opportunity);
        TakeStage(row, edit, opportunity, customer);
        foreach (var milestone in row.Text("Milestones") is { } cell ? MilestoneCells.Missing(cell, _check.Reference(row, found), opportunity, edit) : [])
        {
            opportunity.Milestones.Add(milestone);
        }

        run.Own.Fill(row, edit, opportunity);
        run.External.Bind(row, edit, ExternalSubject.Opportunity, opportunity, () => opportunity.Id);
        taken.Bind(run, row, () => opportunity.Id);
        edit.Close();
        return opportunity;
    }

    private Opportunity Open(ImportRow row, Customer customer)
    {
        var owner = run.People.IdOf(row.Text("Owner")) ?? customer.OwnerId ?? (run.Actor.UserId == 0 ? null : run.Actor.UserId);
        var identified = row.Value<DateOnly>("IdentifiedOn");

        // Where a date is known the history begins there; today would be an invention.
        var since = identified is { } day ? run.Clock.StartOf(day) : _check.ClosedOn(row) is { } closed && IsClosing(row) ? run.Clock.StartOf(closed) : run.Clock.UtcNow;
        var opportunity = new Opportunity(row.Text("Number")!, customer, owner, identified, since) { Name = row.Text("Name") ?? row.Text("Product") ?? customer.Name };
        if (!run.IsDry)
        {
            run.Db.Opportunities.Add(opportunity);
        }

        return opportunity;
    }

    private bool IsClosing(ImportRow row) => stages.CodeOf(row.Text("Stage")) is StageCode.Won or StageCode.AfterSales or StageCode.Lost;

    private void Fill(ImportRow row, RowEdit edit, Opportunity opportunity)
    {
        edit.Set("机会名称", opportunity.Name, row.Text("Name"), value => opportunity.Name = value);
        edit.Set("机会来源", opportunity.SourceId, run.Sources.IdOf(row.Text("Source")), id => opportunity.SourceId = id, id => run.Sources.NameOf(id) ?? row.Text("Source")!);
        edit.Set("产品", opportunity.ProductId, run.Products.IdOf(row.Text("Product")), id => opportunity.ProductId = id, id => run.Products.NameOf(id) ?? row.Text("Product")!);
        edit.Set("金额", opportunity.Amount, row.Value<decimal>("Amount"), value => opportunity.Amount = value);
        edit.Set("预计成交日期", opportunity.ExpectedCloseOn, row.Value<DateOnly>("ExpectedCloseOn"), day => opportunity.ExpectedCloseOn = day);
        edit.Set("负责人", opportunity.OwnerId, run.People.IdOf(row.Text("Owner")), id => opportunity.AssignTo(id), id => run.People.NameOf(id) ?? row.Text("Owner")!);
        edit.Set("竞争情况", opportunity.Competition, row.Text("Competition"), value => opportunity.Competition = value);
        edit.Set("识别日期", opportunity.IdentifiedOn, row.Value<DateOnly>("IdentifiedOn"), day => opportunity.IdentifiedOn = day);
        edit.Set("需求描述", opportunity.Need, row.Text("Need"), value => opportunity.Need = value);
        edit.Set("付款方式", opportunity.PaymentTerms, row.Text("PaymentTerms"), value => opportunity.PaymentTerms = value);
        edit.Set("交付日期", opportunity.DeliveryOn, row.Value<DateOnly>("DeliveryOn"), day => opportunity.DeliveryOn = day);
        if (edit.HasChanged && batch.Deals.GetValueOrDefault(opportunity.Id) is { } deal && opportunity.Id != 0)
        {
            (deal.Amount, deal.OwnerId, deal.ProductId, deal.DeliveryOn) = (opportunity.Amount ?? deal.Amount, opportunity.OwnerId, opportunity.ProductId, opportunity.DeliveryOn);
        }
    }

    private void FillSummary(ImportRow row, RowEdit edit, Opportunity opportunity)
    {
        if (row.Text("Summary") is { } summary)
        {
            // What an export drew from the log is no summary that somebody wrote.
            var drawn = opportunity.Summary is null ? TalkSummary.Of(batch.Talks[opportunity.Id]) : null;
            edit.Set("沟通记录摘要", opportunity.Summary ?? drawn, summary, value => opportunity.Summary = value);
        }
    }

    private static void FillRisk(ImportRow row, RowEdit edit, Opportunity opportunity)
    {
        var before = new RiskText(opportunity.Risk, opportunity.RiskNote);
        if (row.Value<RiskText>("Risk") is { } risk && risk != before)
        {
            edit.Changed("风险评估", before.ToCell(), risk.ToCell());
            (opportunity.Risk, opportunity.RiskNote) = (risk.Level, risk.Note);
        }
    }

    private void TakeStage(ImportRow row, RowEdit edit, Opportunity opportunity, Customer customer)
    {
        if (row.Text("Stage") is not { } name || stages.CodeOf(name) is not { } code || (!edit.IsNew && OpportunityCheck.IsSame(opportunity, code, name)))
        {
            return;
        }

        var before = opportunity.StageAlias ?? stages.NameOf(opportunity.Stage);
        if (code is StageCode.Won or StageCode.AfterSales)
        {
            Win(row, edit, opportunity, customer);
        }
        else if (code == StageCode.Lost)
        {
            Lose(row, edit, opportunity);
        }
        else if (edit.IsNew)
        {
            opportunity.Declare(code, EnteredAt(row, code, opportunity));
            opportunity.StageDueOn = stages.DueFrom(code, run.Clock.DateOf(opportunity.StageEnteredAt));
        }
        else
        {
            opportunity.MoveTo(code, run.Clock.UtcNow, run.Actor.UserId, "导入", stages.DueFrom(code, run.Clock.Today));
        }

        opportunity.StageAlias = stages.AliasOf(name, code);
        edit.Changed("当前阶段", before, name);
    }

    /// <summary>
    /// When it came to the step at which a file says that it stands. It began at the first step when it was identified; how long it has been at a later one nobody knows unless the file says so, and its
    /// stay is counted from now rather than made up.
    /// </summary>
    private DateTime EnteredAt(ImportRow row, StageCode code, Opportunity opportunity)
        => row.Value<DateOnly>("StageEnteredOn") is { } day ? run.Clock.StartOf(day) : code == StageCode.Identified ? opportunity.StageEnteredAt : run.Clock.UtcNow;

    private void Win(ImportRow row, RowEdit edit, Opportunity opportunity, Customer customer)
    {
        Approach(edit, opportunity);
        var closed = Closed(row);
        opportunity.Win(closed, afterSalesPending: false, run.Clock.StartOf(closed), 0);
        customer.NeedStage ??= NeedStage.Won;
        if (!run.IsDry)
        {
            run.Db.Deals.Add(OpportunityDeal.Of(opportunity));
        }
    }

    private void Lose(ImportRow row, RowEdit edit, Opportunity opportunity)
    {
        Approach(edit, opportunity);
        var closed = Closed(row);
        opportunity.Lose(closed, run.LossReasons.IdOf(row.Text("LossReason")), null, null, run.Clock.StartOf(closed), 0);
    }

    /// <summary>Nobody wins or loses without having been in contact.</summary>
    private static void Approach(RowEdit edit, Opportunity opportunity)
    {
        if (edit.IsNew)
        {
            opportunity.Declare(StageCode.FirstContact, opportunity.StageEnteredAt);
        }
    }

    private DateOnly Closed(ImportRow row)
    {
        if (!row.Has("ClosedOn"))
        {
            row.Note("没有关闭日期，以预计成交日期为准");
        }

        return _check.ClosedOn(row)!.Value;
    }
}
