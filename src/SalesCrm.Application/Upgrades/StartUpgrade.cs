using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Upgrades;

/// <summary>Takes a C customer into the programme, with a day for each of the five steps.</summary>
public sealed class StartUpgrade(CrmDbContext db, CompanyClock clock)
{
    public sealed record Input
    {
        public long? CustomerId { get; set; }

        /// <summary>A day for each step, in their order.</summary>
        public List<DateOnly?> Due { get; set; } = [];
        public Guid OperationId { get; set; }
    }

    /// <param name="Customer">His name.</param>
    /// <param name="Problem">Why he cannot be taken in; null when he can.</param>
    public sealed record Candidate(string Customer, Grade Grade, PotentialParts Potential, Text? Problem);

    /// <summary>Null where the actor does not work on the customer.</summary>
    public async Task<Candidate?> FindAsync(long? customerId, Actor actor, CancellationToken cancellationToken)
    {
        var file = await db.CustomersWorkedBy(actor.ForOne).AsNoTracking().Where(customer => customer.Id == customerId && customer.ArchivedAt == null)
            .Select(c => new
            {
                c.Name,
                c.Grade,
                Potential = new PotentialParts(c.IndustryPotential, c.SizePotential, c.GrowthPotential, c.Potential),
                IsIn = db.UpgradeProgrammes.Any(programme => programme.CustomerId == c.Id && programme.State == UpgradeState.Open),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return file is null ? null : new(file.Name, file.Grade, file.Potential, file.IsIn ? "这位客户已在升级计划里" : file.Grade != Grade.C ? "只有 C 级客户可以加入升级计划" : default(Text?));
    }

    /// <summary>The days that the form proposes.</summary>
    public async Task<List<DateOnly?>> PlanAsync(CancellationToken cancellationToken)
    {
        var rules = await UpgradeRules.ReadAsync(db, cancellationToken);
        return Enum.GetValues<UpgradeStepKind>().Select(step => (DateOnly?)clock.Today.AddDays(rules.StepDays * (int)step)).ToList();
    }

    /// <summary>The new programme's id.</summary>
    public async Task<Outcome<long>> ExecuteAsync(Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(input.CustomerId, actor, cancellationToken) is null)
        {
            return Outcome<long>.NotFound();
        }

        var shape = new StartUpgradeValidator().Validate(input);
        if (!shape.IsValid)
        {
            return Outcome<long>.Invalid(shape);
        }

        Text? problem = null;
        var id = await Submitted.OnceAsync(db, actor, input.OperationId, async token =>
        {
            await db.HoldCustomersAsync([input.CustomerId!.Value], token);
            problem = (await FindAsync(input.CustomerId, actor, token))?.Problem;
            if (problem is not null)
            {
                return 0;
            }

            var programme = new UpgradeProgramme { CustomerId = input.CustomerId.Value, StartedOn = clock.Today, StartedById = actor.UserId is 0 ? null : actor.UserId };
            foreach (var (step, due) in Enum.GetValues<UpgradeStepKind>().Zip(input.Due))
            {
                programme.Steps.Add(new UpgradeStep { CustomerId = programme.CustomerId, Step = step, DueOn = due!.Value });
            }

            db.UpgradeProgrammes.Add(programme);
            await db.SaveChangesAsync(token);
            return programme.Id;
        }, cancellationToken);
        return problem is { } refused ? Outcome<long>.Invalid("", refused) : id;
    }
}

internal sealed class StartUpgradeValidator : AbstractValidator<StartUpgrade.Input>
{
    public StartUpgradeValidator()
    {
        RuleFor(input => input.Due).Holds(due => due.Count != Enum.GetValues<UpgradeStepKind>().Length || due.Contains(null) ? "请给每一步填写完成时限"
            : due.Zip(due.Skip(1)).Any(pair => pair.Second < pair.First) ? "后一步的时限不能早于前一步" : default(Text?));
        RuleForEach(input => input.Due).BusinessDate();
    }
}

/// <summary>A customer's potential with the parts that it is the mean of; of 100, null where not judged.</summary>
public sealed record PotentialParts(int? Industry, int? Size, int? Growth, decimal? Mean);
