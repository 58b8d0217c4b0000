using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Surveys;

/// <summary>Writes down by hand what a customer answered.</summary>
public sealed class RecordSurvey(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input : SurveyInput
    {
        public long? CustomerId { get; set; }

        /// <summary>Comes with the form; the same form sent twice makes one answer.</summary>
        public Guid OperationId { get; set; }
    }

    /// <summary>The new answer's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.CustomersWorkedBy(actor).AnyAsync(customer => customer.Id == input.CustomerId && customer.ArchivedAt == null, cancellationToken))
        {
            return Outcome<long>.NotFound();
        }

        var shape = new SurveyInputValidator(clock.Today).Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        if (await SurveyFile.ContactProblemAsync(db, input.CustomerId!.Value, input, null, actor, cancellationToken) is { } problem)
        {
            return Outcome<long>.Invalid(nameof(input.ContactId), problem);
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var answer = new SurveyAnswer { CustomerId = input.CustomerId.Value, Round = SurveyFile.RoundOf(input), RecordedById = actor.UserId == 0 ? null : actor.UserId };
            SurveyFile.Fill(answer, input);
            db.SurveyAnswers.Add(answer);
            await SurveyFigures.SettleAsync(db, [answer.CustomerId], token);
            return answer.Id;
        }, cancellationToken);
    }
}
