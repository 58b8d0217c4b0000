using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Leads;

/// <summary>
/// Puts a lead into another column of the board. What decides a status is not the column: scores qualify, a reason disqualifies, the conversion
/// converts; a move that leaves that out is refused with what is missing.
/// </summary>
public sealed class MoveLead(CrmDbContext db, DisqualifyLead disqualify, ReopenLead reopen)
{
    public sealed record Input
    {
        public LeadStatus? Status { get; set; }
        public Guid Version { get; set; }

        /// <summary>Only for giving it up.</summary>
        public long? ReasonId { get; set; }
        public string? Reason { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var lead = await db.LeadsOf(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (lead is null)
        {
            return Outcome.NotFound();
        }

        if (lead.Version != input.Version)
        {
            return Outcome.Conflict(LeadFile.Changed);
        }

        if (lead.Status == input.Status)
        {
            return Outcome.Done();
        }

        var score = LeadScore.Of(await LeadScoring.ReadAsync(db, cancellationToken), lead.BudgetScore, lead.UrgencyScore, lead.AuthorityScore);
        switch (lead.Status, input.Status)
        {
            case (LeadStatus.Converted, _):
                return Refused("线索已转化，请在客户和商机中继续修改");
            case (LeadStatus.Disqualified, LeadStatus.Working or LeadStatus.New):
                return await reopen.ExecuteAsync(id, actor, cancellationToken);
            case (LeadStatus.Disqualified, _):
                return Refused("线索已淘汰，请先重新打开");
            case (_, LeadStatus.Disqualified):
                return await disqualify.ExecuteAsync(id, new() { ReasonId = input.ReasonId, Reason = input.Reason, Version = input.Version }, actor, cancellationToken);
            case (_, LeadStatus.Converted):
                return Refused(score.Problem is { } missing ? new Text("还不能转化：{0}", missing) : "转化要建立客户和商机，请填写转化表单");
            case (_, LeadStatus.Qualified):
                return Refused(new Text("还不能到「{0}」：{1}", LeadStatus.Qualified.Name(), score.Problem ?? "状态由评分决定"));
            case (LeadStatus.Qualified, _):
                return Refused("三项评分都已达标，状态由评分决定；要退回请先改评分");
            case (LeadStatus.Working, LeadStatus.New) when lead.LastContactAt is not null || score.Parts.Any(part => part.Score is not null):
                return Refused("已经跟进或评分，不能退回新线索");
            case (LeadStatus.New or LeadStatus.Working, LeadStatus.Working or LeadStatus.New):
                lead.Work(input.Status == LeadStatus.Working);
                return await SaveAsync(actor, cancellationToken);
            default:
                return Outcome.Invalid(nameof(input.Status), "请选择状态");
        }
    }

    private static Outcome Refused(Text why) => Outcome.Invalid("", why);

    private async Task<Outcome> SaveAsync(Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(LeadFile.Changed);
        }
    }
}
