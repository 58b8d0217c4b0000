using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Trials;

/// <summary>Lets a lead or a customer try something for some days; its end becomes a task.</summary>
public sealed class GiveTrial(CrmDbContext db, CompanyClock clock, TrialSettings settings)
{
    public sealed record Input
    {
        public long? LeadId { get; set; }
        public long? CustomerId { get; set; }
        public string? What { get; set; }

        /// <summary>Today where empty.</summary>
        public DateOnly? StartOn { get; set; }

        /// <summary>Counted from the start by the setting where empty.</summary>
        public DateOnly? EndOn { get; set; }
        public Guid OperationId { get; set; }
    }

    /// <summary>Whose trial it would be; null where the actor does not work on it.</summary>
    public async Task<string?> NameOfAsync(long? leadId, long? customerId, Actor actor, CancellationToken cancellationToken) => leadId is not null
        ? await db.LeadsOf(actor).Where(lead => lead.Id == leadId && lead.Status <= LeadStatus.Qualified).Select(lead => lead.Company).SingleOrDefaultAsync(cancellationToken)
        : await db.CustomersWorkedBy(actor).Where(customer => customer.Id == customerId && customer.ArchivedAt == null).Select(customer => customer.Name).SingleOrDefaultAsync(cancellationToken);

    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if ((input.LeadId is null) == (input.CustomerId is null) || await NameOfAsync(input.LeadId, input.CustomerId, actor, cancellationToken) is null)
        {
            return Outcome<long>.NotFound();
        }

        var shape = new GiveTrialValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        var start = input.StartOn ?? clock.Today;
        var end = input.EndOn ?? start.AddDays(await settings.DaysAsync(cancellationToken));
        if (end < start || end > start.AddDays(TrialSettings.MostDays))
        {
            return Outcome<long>.Invalid(nameof(input.EndOn), end < start ? "结束日期不能早于开始日期" : new Text("试用最长 {0} 天", TrialSettings.MostDays));
        }

        return await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            var trial = new Trial
            {
                LeadId = input.LeadId,
                CustomerId = input.CustomerId,
                What = CleanText.Line(input.What)!,
                StartOn = start,
                EndOn = end,
                GivenById = actor.UserId is 0 ? null : actor.UserId,
            };
            db.Trials.Add(trial);
            await db.SaveChangesAsync(token);
            return trial.Id;
        }, cancellationToken);
    }
}

internal sealed class GiveTrialValidator : AbstractValidator<GiveTrial.Input>
{
    public GiveTrialValidator()
    {
        RuleFor(input => input.What).Required().SingleLine(100);
        RuleFor(input => input.StartOn).BusinessDate();
        RuleFor(input => input.EndOn).BusinessDate();
    }
}
