using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Surveys;

/// <summary>Takes an answer away that was written down by mistake; the audit trail keeps it, and the customer's type follows.</summary>
public sealed class RemoveSurvey(CrmDbContext db)
{
    public Task<Outcome> ExecuteAsync(long id, Actor actor, CancellationToken cancellationToken)
        => db.InTransactionAsync(actor, async token =>
        {
            if (await db.SurveysEditedBy(actor).SingleOrDefaultAsync(row => row.Id == id, token) is not { } answer)
            {
                return Outcome.NotFound();
            }

            db.Remove(answer);
            await SurveyFigures.SettleAsync(db, [answer.CustomerId], token);
            return Outcome.Done();
        }, cancellationToken);
}
