using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Surveys;

/// <summary>Corrects an answer; the customer's type follows.</summary>
public sealed class EditSurvey(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input : SurveyInput
    {
        /// <summary>The version that the form was filled from.</summary>
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var before = await db.SurveysEditedBy(actor).AsNoTracking().SingleOrDefaultAsync(answer => answer.Id == id, cancellationToken);
        if (before is null)
        {
            return Outcome.NotFound();
        }

        var shape = new SurveyInputValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        if (await SurveyFile.ContactProblemAsync(db, before.CustomerId, input, before.ContactId, actor, cancellationToken) is { } problem)
        {
            return Outcome.Invalid(nameof(input.ContactId), problem);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(id, input, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(SurveyFile.Changed);
        }
    }

    private async Task<Outcome> SaveAsync(long id, Input input, CancellationToken cancellationToken)
    {
        if (await db.SurveyAnswers.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } answer)
        {
            return Outcome.NotFound();
        }

        if (answer.Version != input.Version)
        {
            return Outcome.Conflict(SurveyFile.Changed);
        }

        SurveyFile.Fill(answer, input);
        await SurveyFigures.SettleAsync(db, [answer.CustomerId], cancellationToken);
        return Outcome.Done();
    }
}
