using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Leads;

/// <summary>Gives a lead up, with the reason; it stays counted.</summary>
public sealed class DisqualifyLead(CrmDbContext db)
{
    public sealed record Input
    {
        public long? ReasonId { get; set; }

        /// <summary>What the word does not say.</summary>
        public string? Reason { get; set; }
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var lead = await db.LeadsOf(actor).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (lead is null)
        {
            return Outcome.NotFound();
        }

        var shape = new DisqualifyLeadValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (!await db.Dictionary.AnyAsync(word => word.Id == input.ReasonId && word.Kind == DictionaryKind.DisqualifyReason && !word.IsArchived, cancellationToken))
        {
            return Outcome.Invalid(nameof(input.ReasonId), "请选择淘汰原因");
        }

        if (lead.Status == LeadStatus.Converted)
        {
            return Outcome.Invalid("", "线索已转化，请在客户和商机中继续修改");
        }

        if (lead.Version != input.Version)
        {
            return Outcome.Conflict(LeadFile.Changed);
        }

        lead.Disqualify(input.ReasonId!.Value, CleanText.Line(input.Reason));
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

internal sealed class DisqualifyLeadValidator : AbstractValidator<DisqualifyLead.Input>
{
    public DisqualifyLeadValidator() => RuleFor(input => input.Reason).SingleLine(250);
}
