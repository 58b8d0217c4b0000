using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Leads;

/// <summary>Changes a lead and its scores. A converted one stays as it was when it was converted.</summary>
public sealed class EditLead(CrmDbContext db)
{
    public sealed record Input : LeadInput
    {
        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var lead = await db.LeadsOf(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (lead is null)
        {
            return Outcome.NotFound();
        }

        var scoring = await LeadScoring.ReadAsync(db, cancellationToken);
        var shape = new LeadInputValidator(scoring).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (await LeadFile.SourceProblemAsync(db, input.SourceId, lead.SourceId, cancellationToken) is { } problem)
        {
            return Outcome.Invalid([problem]);
        }

        var fields = await FieldEntries.ReadAsync(db, FieldSubject.Lead, input.Fields, id, actor, cancellationToken);
        if (fields.Problems.Count > 0)
        {
            return Outcome.Invalid(fields.Problems);
        }

        if (lead.Status == LeadStatus.Converted)
        {
            return Outcome.Invalid("", "线索已转化，请在客户和商机中继续修改");
        }

        if (lead.Version != input.Version)
        {
            return Outcome.Conflict(LeadFile.Changed);
        }

        LeadFile.Fill(lead, input, scoring);
        await fields.WriteAsync(db, lead, null, cancellationToken);
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
