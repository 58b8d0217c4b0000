using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Competitors;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Opportunities.Rivals;

/// <summary>Notes a competitor met on an opportunity, or changes what is known of its offer. A name that is not on file opens a file.</summary>
public sealed class SaveRival(CrmDbContext db)
{
    public sealed record Input
    {
        /// <summary>Empty for a new one.</summary>
        public long? Id { get; set; }
        public string? Competitor { get; set; }
        public string? Offer { get; set; }
        public int? PriceGap { get; set; }
        public string? CounterMeasure { get; set; }
        public Guid Version { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(long opportunityId, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.OpportunitiesWorkedBy(actor).AnyAsync(row => row.Id == opportunityId && row.ArchivedAt == null, cancellationToken))
        {
            return Outcome.NotFound();
        }

        var shape = new SaveRivalValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome.Invalid(shape);
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(opportunityId, input, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(MoveOpportunity.ConflictMessage);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return AlreadyThere;
        }
    }

    private static Outcome AlreadyThere => Outcome.Invalid(nameof(Input.Competitor), "这个商机已登记过该竞争对手");

    private async Task<Outcome> SaveAsync(long opportunityId, Input input, CancellationToken cancellationToken)
    {
        var rival = await db.Rivals.SingleOrDefaultAsync(row => row.Id == input.Id && row.OpportunityId == opportunityId, cancellationToken);
        if (rival is null)
        {
            if (input.Id is not null)
            {
                return Outcome.NotFound();
            }

            var competitor = await CompetitorRegister.FindOrOpenAsync(db, input.Competitor!, cancellationToken);
            if (await db.Rivals.AnyAsync(row => row.OpportunityId == opportunityId && row.CompetitorId == competitor.Id, cancellationToken))
            {
                return AlreadyThere;
            }

            db.Rivals.Add(rival = new Rival { OpportunityId = opportunityId, CompetitorId = competitor.Id });
        }
        else if (rival.Version != input.Version)
        {
            return Outcome.Conflict(MoveOpportunity.ConflictMessage);
        }

        (rival.Offer, rival.PriceGap, rival.CounterMeasure) = (CleanText.Line(input.Offer), input.PriceGap ?? GapIn(input.Offer), CleanText.Lines(input.CounterMeasure));
        return Outcome.Done();
    }

    /// <summary>What the offer itself says, where nobody typed a figure beside it: 竞品A报价低10% is −10. Of several figures none is chosen.</summary>
    private static int? GapIn(string? offer)
        => RivalOffer.In(offer).Select(read => read.GapPercent).OfType<decimal>().Distinct().ToList() is [var only] ? RivalProposals.Whole(only) : null;
}

internal sealed class SaveRivalValidator : AbstractValidator<SaveRival.Input>
{
    public SaveRivalValidator()
    {
        When(r => r.Id is null, () => RuleFor(r => r.Competitor).Required().SingleLine(100).Holds(CompetitorInputValidator.NameProblem));
        RuleFor(r => r.Offer).SingleLine(250);
        RuleFor(r => r.PriceGap).Holds(gap => gap is < -100 or > 100 ? "价格差应在 -100 至 100 之间" : default(Text?));
        RuleFor(r => r.CounterMeasure).MultiLine(500);
    }
}
