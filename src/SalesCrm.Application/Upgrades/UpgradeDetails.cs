using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Upgrades;

/// <summary>One programme with its steps, and what the customer's page says of upgrading him.</summary>
public sealed class UpgradeDetails(CrmDbContext db)
{
    public sealed record StepRow(long Id, UpgradeStepKind Step, DateOnly DueOn, DateOnly? DoneOn, string? Note);

    /// <param name="ClosedAt">UTC.</param>
    public sealed record Card(
        long Id, long CustomerId, string Customer, Grade Grade, string? Owner, UpgradeState State, DateOnly StartedOn, string? StartedBy, DateTime? ClosedAt, Grade? Reached, string? CreditedTo,
        string? StopReason, PotentialParts Potential, IReadOnlyList<StepRow> Steps)
    {
        /// <summary>The reader may work on it.</summary>
        public bool MayWork { get; init; }

        public Text? Stopped => UpgradeProgramme.Words(StopReason);

        public int Done => Steps.Count(step => step.DoneOn is not null);
    }

    /// <param name="LeastPotential">From which the customer is proposed.</param>
    /// <param name="MayStart">The reader may take him in.</param>
    /// <param name="MayJudge">The reader may judge his potential.</param>
    /// <param name="Programme">The latest.</param>
    public sealed record Panel(long CustomerId, string Customer, Grade Grade, PotentialParts Potential, int LeastPotential, bool MayStart, bool MayJudge, Card? Programme);

    private static readonly Expression<Func<UpgradeProgramme, Card>> Row = p => new Card(
        p.Id, p.CustomerId, p.Customer!.Name, p.Customer.Grade, p.Customer.Owner!.DisplayName, p.State, p.StartedOn, p.StartedBy!.DisplayName, p.ClosedAt, p.Reached, p.CreditedTo!.DisplayName,
        p.StopReason, new PotentialParts(p.Customer.IndustryPotential, p.Customer.SizePotential, p.Customer.GrowthPotential, p.Customer.Potential),
        p.Steps.OrderBy(s => s.Step).Select(s => new StepRow(s.Id, s.Step, s.DueOn, s.DoneOn, s.Note)).ToList());

    public async Task<Card?> FindAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        var card = await db.UpgradesOf(actor.ForOne).AsNoTracking().Where(programme => programme.Id == id).Select(Row).SingleOrDefaultAsync(cancellationToken);
        return card is null ? null : card with { MayWork = await db.UpgradesWorkedBy(actor.ForOne).AnyAsync(programme => programme.Id == id, cancellationToken) };
    }

    /// <summary>Whether there is anything to say of upgrading a customer: he could be brought up, or has been in the programme.</summary>
    public async Task<bool> ConcernsAsync(long customerId, Grade? grade, Actor actor, CancellationToken cancellationToken)
        => grade == Grade.C || (grade < Grade.C && await db.UpgradesOf(actor.ForOne).AnyAsync(programme => programme.CustomerId == customerId, cancellationToken));

    /// <summary>Null where the actor may not see the customer.</summary>
    public async Task<Panel?> OfCustomerAsync(long customerId, Actor actor, CancellationToken cancellationToken)
    {
        actor = actor.ForOne;
        var (worked, edited) = (db.CustomersWorkedBy(actor), db.CustomersEditedBy(actor));
        var file = await db.CustomersOf(actor).AsNoTracking().Where(customer => customer.Id == customerId)
            .Select(c => new
            {
                c.Name,
                c.Grade,
                c.ArchivedAt,
                Potential = new PotentialParts(c.IndustryPotential, c.SizePotential, c.GrowthPotential, c.Potential),
                MayWork = worked.Any(one => one.Id == c.Id),
                MayJudge = edited.Any(one => one.Id == c.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (file is null)
        {
            return null;
        }

        var latest = await db.UpgradeProgrammes.AsNoTracking().Where(programme => programme.CustomerId == customerId).OrderBy(programme => programme.State).ThenByDescending(programme => programme.Id).Take(1).Select(Row).SingleOrDefaultAsync(cancellationToken);
        var isOpen = latest?.State == UpgradeState.Open;
        return new(
            customerId, file.Name, file.Grade, file.Potential, (await UpgradeRules.ReadAsync(db, cancellationToken)).LeastPotential,
            file.MayWork && file.ArchivedAt is null && file.Grade == Grade.C && !isOpen, file.MayJudge, latest is null ? null : latest with { MayWork = isOpen && file.MayWork && file.ArchivedAt is null });
    }
}
