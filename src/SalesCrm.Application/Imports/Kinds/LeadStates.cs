using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Leads;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>The state in which a file says a lead to be. Forward only: what was decided here is not undone by a file.</summary>
internal sealed class LeadStates
{
    public async Task TakeAsync(ImportRun run, ImportRow row, RowEdit edit, Lead lead, CancellationToken cancellationToken)
    {
        if (row.Value<LeadStatus>("Status") is not { } status || lead.Status is LeadStatus.Converted or LeadStatus.Disqualified || status <= lead.Status)
        {
            return;
        }

        var before = lead.Status;
        switch (status)
        {
            case LeadStatus.Converted when row.Links?.CustomerId is { } customer:
                await ConvertAsync(run, row, lead, customer, cancellationToken);
                break;
            case LeadStatus.Converted:
                row.Note("没有写转化成的客户，按跟进中导入");
                lead.Begin();
                break;
            case LeadStatus.Disqualified:
                var word = run.DisqualifyReasons.IdOf(row.Text("DisqualifyReason"));
                lead.Disqualify(word, word is null ? row.Text("DisqualifyReason") ?? "导入时已淘汰" : row.Text("DisqualifyNote"));
                break;
            case LeadStatus.Qualified:
                row.Note("线索是否达标由评分决定，按跟进中导入");
                lead.Begin();
                break;
            default:
                lead.Begin();
                break;
        }

        if (lead.Status != before)
        {
            edit.Changed("状态", FieldWords.Of(FieldWords.LeadStatuses, (LeadStatus?)before), FieldWords.Of(FieldWords.LeadStatuses, (LeadStatus?)lead.Status));
        }
    }

    private static async Task ConvertAsync(ImportRun run, ImportRow row, Lead lead, long customerId, CancellationToken cancellationToken)
    {
        var opportunity = row.Links!.OpportunityId is { } id ? await run.Db.Opportunities.SingleOrDefaultAsync(found => found.Id == id && found.CustomerId == customerId, cancellationToken) : null;
        lead.WasConverted(customerId, opportunity?.Id);
        if (opportunity is not null && !run.IsDry)
        {
            opportunity.CameFromLead = true;
        }
    }
}
