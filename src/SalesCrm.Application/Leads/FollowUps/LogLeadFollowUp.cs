using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;
using SalesCrm.Application.Visits;

namespace SalesCrm.Application.Leads.FollowUps;

/// <summary>Writes down a contact with a lead and what comes next.</summary>
public sealed class LogLeadFollowUp(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public VisitMethod? Method { get; set; }
        public string? Feedback { get; set; }

        /// <summary>The next step's day; where empty, a date that <see cref="NextText"/> names.</summary>
        public DateOnly? NextOn { get; set; }
        public string? NextText { get; set; }

        /// <summary>Comes with the form; the same form sent twice logs once.</summary>
        public Guid OperationId { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var shape = new LogLeadFollowUpValidator(clock).Validate(input);
        if (!shape.IsValid)
        {
            return await db.LeadsOf(actor).AnyAsync(lead => lead.Id == id, cancellationToken) ? Outcome.Invalid(shape) : Outcome.NotFound();
        }

        var refusal = default(Outcome);
        try
        {
            await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
            {
                var lead = await db.LeadsOf(actor).SingleOrDefaultAsync(row => row.Id == id, token);
                refusal = lead is null ? Outcome.NotFound()
                    : lead.Status is LeadStatus.Converted or LeadStatus.Disqualified ? Outcome.Invalid("", "线索已结束，请在客户上记跟进，或先重新打开") : null;
                return refusal is null ? await LogAsync(lead!, input, actor, token) : 0;
            }, cancellationToken);
            return refusal ?? Outcome.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(LeadFile.Changed);
        }
    }

    private async Task<long> LogAsync(Lead lead, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var next = NextStep.Read(input.NextOn, input.NextText, clock.Today).Value;
        var entry = new LeadFollowUp
        {
            LeadId = lead.Id,
            At = clock.UtcNow,
            Method = input.Method!.Value,
            Feedback = CleanText.Lines(input.Feedback)!,
            NextOn = next?.On,
            NextText = next?.Text,
            ById = actor.UserId is 0 ? null : actor.UserId,
        };
        db.LeadFollowUps.Add(entry);
        if (next is null && lead.NextFollowUpOn > clock.Today)
        {
            next = new NextStep(lead.NextFollowUpOn, lead.NextFollowUpText);
        }

        lead.Contacted(entry.At, next?.On, next?.Text);
        await db.SaveChangesAsync(cancellationToken);
        return entry.Id;
    }
}

internal sealed class LogLeadFollowUpValidator : AbstractValidator<LogLeadFollowUp.Input>
{
    public LogLeadFollowUpValidator(CompanyClock clock)
    {
        RuleFor(input => input.Method).Holds(method => method is null || !Enum.IsDefined(method.Value) ? "请选择回访方式" : default(Text?));
        RuleFor(input => input.Feedback).Required().MultiLine(2000);
        RuleFor(input => input.NextOn).BusinessDate();
        RuleFor(input => input.NextText).SingleLine(200);
        RuleFor(input => input).Custom((input, context) =>
        {
            if (NextStep.Read(input.NextOn, input.NextText, clock.Today).Problem is { } problem)
            {
                context.AddFailure(new FluentValidation.Results.ValidationFailure(nameof(input.NextOn), problem.ToString()) { CustomState = problem });
            }
        });
    }
}
