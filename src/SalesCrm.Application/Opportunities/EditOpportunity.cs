using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Opportunities;

/// <summary>Changes what is known of an opportunity. A save over somebody else's change is refused; the page shows both and asks.</summary>
public sealed class EditOpportunity(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input : OpportunityInput
    {
        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这个商机。您的内容还在，请逐项选择保留哪一个";

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var opportunity = await db.OpportunitiesWorkedBy(actor).SingleOrDefaultAsync(row => row.Id == id && row.ArchivedAt == null, cancellationToken);
        if (opportunity is null)
        {
            return Outcome.NotFound();
        }

        var shape = new OpportunityInputValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (input.SourceId is null && opportunity.SourceId is not null)
        {
            return Outcome.Invalid(nameof(input.SourceId), "请选择机会来源");
        }

        var problems = await OpportunityFile.ProblemsAsync(db, input, opportunity, cancellationToken);
        var fields = await FieldEntries.ReadAsync(db, FieldSubject.Opportunity, input.Fields, id, actor, cancellationToken);
        if (problems.Count + fields.Problems.Count > 0)
        {
            return Outcome.Invalid([.. problems, .. fields.Problems]);
        }

        if (opportunity.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        OpportunityFile.Fill(opportunity, input);
        await fields.WriteAsync(db, opportunity, opportunity.CustomerId, cancellationToken);
        try
        {
            await db.SaveAsync(actor, cancellationToken);
            return Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
    }
}
