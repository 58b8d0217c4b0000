using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.References;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>What an opportunity's row may not say.</summary>
internal sealed class OpportunityCheck(ImportRun run, StageBook stages, OpportunityBatch batch)
{
    public void Check(ImportRow row)
    {
        var found = batch.Known.GetValueOrDefault(row.Text("Number")!);
        CheckIdentity(row, found);
        TakeOutcome(row);
        if (row.Text("Stage") is { } stage && stages.CodeOf(stage) is null)
        {
            row.Refuse("Stage", stages.Refusal(stage), new MissingWord(stage, null));
            return;
        }

        if (row.Value<DateOnly>("IdentifiedOn") > run.Clock.Today)
        {
            row.Refuse("IdentifiedOn", "识别日期不能晚于今天");
            return;
        }

        CheckStage(row, found);
        if (row.Value<DateOnly>("StageEnteredOn") > run.Clock.Today)
        {
            row.Refuse("StageEnteredOn", "进入阶段的日期不能晚于今天");
        }
        else if (row.Value<DateOnly>("StageEnteredOn") < (row.Value<DateOnly>("IdentifiedOn") ?? found?.IdentifiedOn))
        {
            row.Refuse("StageEnteredOn", "进入阶段的日期不能早于识别日期");
        }

        if (row.Text("Milestones") is { } cell && MilestoneCells.ProblemOf(cell, Reference(row, found)) is { } problem)
        {
            row.Refuse("Milestones", problem);
        }
    }

    /// <summary>The row's own day, by which days without a year are understood.</summary>
    public DateOnly Reference(ImportRow row, Opportunity? found)
        => row.Value<DateOnly>("IdentifiedOn") ?? found?.IdentifiedOn ?? row.Value<DateOnly>("ExpectedCloseOn") ?? found?.ExpectedCloseOn ?? run.Clock.Today;

    /// <summary>The day on which it was won or lost, as far as the row knows.</summary>
    public DateOnly? ClosedOn(ImportRow row)
        => row.Value<DateOnly>("ClosedOn") ?? (row.Value<DateOnly>("ExpectedCloseOn") is { } expected && expected <= run.Clock.Today ? expected : null);

    public static bool IsSame(Opportunity found, StageCode code, string name)
        => code == found.Stage || (found.StageAlias is { } alias && StageWordsMatch(alias, name)) || (code == StageCode.Won && found.Stage == StageCode.AfterSales);

    private static bool StageWordsMatch(string alias, string name) => Shared.Texts.NameKey.Of(alias) == Shared.Texts.NameKey.Of(name);

    private void CheckIdentity(ImportRow row, Opportunity? found)
    {
        if (found is null)
        {
            if (row.RecordId is not null)
            {
                row.RefuseAsGone("Number");
            }

            return;
        }

        if (!batch.Worked.Contains(found.Id))
        {
            row.Refuse("Number", "这个商机不归您管理，不能修改");
        }
        else if (found.ArchivedAt is not null)
        {
            row.Refuse("Number", "这个商机已归档，请先恢复");
        }
        else if (row.Customer?.Id != found.CustomerId && found.Customer!.NameKey != CustomerBook.KeyOf(row.Text("Customer") ?? ""))
        {
            row.Refuse("Customer", new Text("机会编号 {0} 属于客户“{1}”", found.Number, found.Customer.Name));
        }
    }

    /// <summary>Other systems leave what was won or lost at the step where it ended: here the end is a step.</summary>
    private void TakeOutcome(ImportRow row)
    {
        var end = row.Value<OpportunityStatus>("Outcome") switch { OpportunityStatus.Won => StageCode.Won, OpportunityStatus.Lost => StageCode.Lost, _ => (StageCode?)null };
        var step = stages.CodeOf(row.Text("Stage"));
        if (end is { } closed && step != closed && !(closed == StageCode.Won && step == StageCode.AfterSales))
        {
            row.Put("Stage", stages.NameOf(closed));
        }
    }

    private void CheckStage(ImportRow row, Opportunity? found)
    {
        var name = row.Text("Stage");
        var code = stages.CodeOf(name);
        var identified = row.Value<DateOnly>("IdentifiedOn") ?? found?.IdentifiedOn;
        if (found is { Status: not OpportunityStatus.Open })
        {
            if (identified > found.ClosedOn && row.Has(ExternalBook.Own))
            {
                row.Put("IdentifiedOn", found.IdentifiedOn ?? found.ClosedOn.Value);
            }

            if (code is { } stage && !IsSame(found, stage, name!))
            {
                row.Refuse("Stage", "这个商机已经关闭，阶段不能由导入改动");
            }

            if (row.Value<DateOnly>("ClosedOn") is { } day && day != found.ClosedOn)
            {
                row.Refuse("ClosedOn", new Text("这个商机已于 {0} 关闭，日期不能由导入改动", found.ClosedOn));
            }

            return;
        }

        if (code is not (StageCode.Won or StageCode.AfterSales or StageCode.Lost))
        {
            return;
        }

        if (ClosedOn(row) is not { } closed)
        {
            row.Refuse("ClosedOn", "已成交或已丢单的商机要有关闭日期");
        }
        else if (closed > run.Clock.Today)
        {
            row.Refuse("ClosedOn", "关闭日期不能晚于今天");
        }
        else if (closed < identified && found is null && row.Has(ExternalBook.Own))
        {
            // Records that were themselves moved into the other system are younger there than their own end.
            row.Put("IdentifiedOn", closed);
            row.Note("识别日期晚于关闭日期，按关闭日期导入");
        }
        else if (closed < identified)
        {
            row.Refuse("ClosedOn", "关闭日期不能早于识别日期");
        }

        if (code != StageCode.Lost && !row.Has("Amount") && found?.Amount is null)
        {
            row.Refuse("Amount", "已成交的商机要有金额");
        }

        if (code != StageCode.Lost && batch.LooseDeals.Contains(row.Text("Number")!))
        {
            row.Refuse("Number", new Text("已有编号为 {0} 的成交记录", row.Text("Number")));
        }
    }
}
