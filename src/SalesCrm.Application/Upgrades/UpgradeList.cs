using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Customers;
using SalesCrm.Application.Database;
using SalesCrm.Application.Grading;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Paging;

namespace SalesCrm.Application.Upgrades;

/// <summary>The work list of C customers who could be more, the programmes page by page, and who has brought how many up.</summary>
public sealed class UpgradeList(CrmDbContext db)
{
    private static readonly ListOrders<Customer> Promising = new(new ListOrder<Customer, decimal?>("potential", customer => customer.Potential, customer => customer.Id));
    private static readonly ListOrders<Customer> Unjudged = new(new ListOrder<Customer, decimal>("annual", customer => customer.AnnualAmount, customer => customer.Id));
    private static readonly ListOrders<UpgradeProgramme> Orders = new(new ListOrder<UpgradeProgramme, long>("started", programme => programme.Id, programme => programme.Id));

    /// <param name="AnnualAmount">Yuan.</param>
    public sealed record CandidateRow(long Id, string Name, Grade Grade, PotentialParts Potential, decimal AnnualAmount, string? Owner);

    public sealed record NextStep(UpgradeStepKind Step, DateOnly DueOn);

    /// <param name="Done">Steps done, of five.</param>
    /// <param name="Seen">The reader may open the customer.</param>
    /// <param name="ClosedAt">UTC.</param>
    public sealed record ProgrammeRow(
        long Id, long CustomerId, string Customer, bool Seen, Grade Grade, string? Owner, UpgradeState State, int Done, NextStep? Next, DateOnly StartedOn, DateTime? ClosedAt, Grade? Reached, string? CreditedTo, string? StopReason)
    {
        public Text? Stopped => UpgradeProgramme.Words(StopReason);
    }

    /// <param name="Candidates">C customers from the least potential on, who are in no open programme; counted as far as a tab shows.</param>
    /// <param name="Unjudged">C customers whose potential nobody has judged wholly; as well.</param>
    /// <param name="Succeeded">Customers, each once.</param>
    public sealed record Counts(int LeastPotential, int Candidates, int Unjudged, int Open, int Succeeded, int Stopped);

    /// <param name="Open">Open programmes of the customers that he looks after.</param>
    /// <param name="Succeeded">Customers whose rise is credited to him, each once.</param>
    public sealed record PersonRow(long Id, string Name, int Open, int Succeeded);

    public async Task<Page<CandidateRow>> CandidatesAsync(bool unjudged, long? ownerId, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var customers = unjudged ? ToJudge(actor, ownerId) : Candidates(actor, ownerId, await UpgradeRules.ReadAsync(db, cancellationToken));
        return await (unjudged ? Unjudged : Promising).Named(page.Sort).ReadAsync(
            customers.AsNoTracking(),
            c => new CandidateRow(c.Id, c.Name, c.Grade, new PotentialParts(c.IndustryPotential, c.SizePotential, c.GrowthPotential, c.Potential), c.AnnualAmount, c.Owner!.DisplayName),
            page, cancellationToken);
    }

    public Task<Page<ProgrammeRow>> ProgrammesAsync(UpgradeState state, long? ownerId, PageRequest page, Actor actor, CancellationToken cancellationToken)
    {
        var customers = db.CustomersOf(actor);
        return Orders.Named(page.Sort).ReadAsync(
            Programmes(state, ownerId, actor).AsNoTracking(),
            p => new ProgrammeRow(
                p.Id, p.CustomerId, p.Customer!.Name, customers.Any(customer => customer.Id == p.CustomerId), p.Customer.Grade, p.Customer.Owner!.DisplayName, p.State, p.Steps.Count(step => step.DoneOn != null),
                p.Steps.Where(step => step.DoneOn == null).OrderBy(step => step.Step).Select(step => new NextStep(step.Step, step.DueOn)).FirstOrDefault(),
                p.StartedOn, p.ClosedAt, p.Reached, p.CreditedTo!.DisplayName, p.StopReason),
            page, cancellationToken);
    }

    public async Task<Counts> CountAsync(long? ownerId, Actor actor, CancellationToken cancellationToken)
    {
        var rules = await UpgradeRules.ReadAsync(db, cancellationToken);
        return new(
            rules.LeastPotential, await Candidates(actor, ownerId, rules).CountUpToAsync(Counting.MostOfTab, cancellationToken), await ToJudge(actor, ownerId).CountUpToAsync(Counting.MostOfTab, cancellationToken),
            await Programmes(UpgradeState.Open, ownerId, actor).CountAsync(cancellationToken),
            await Programmes(UpgradeState.Succeeded, ownerId, actor).Select(programme => programme.CustomerId).Distinct().CountAsync(cancellationToken),
            await Programmes(UpgradeState.Stopped, ownerId, actor).CountAsync(cancellationToken));
    }

    /// <summary>Everybody who has an open programme or a success, the most successful first.</summary>
    public async Task<IReadOnlyList<PersonRow>> PeopleAsync(Actor actor, CancellationToken cancellationToken)
    {
        var open = await Programmes(UpgradeState.Open, null, actor).Where(programme => programme.Customer!.OwnerId != null).GroupBy(programme => new { Id = programme.Customer!.OwnerId!.Value, programme.Customer.Owner!.DisplayName })
            .Select(group => new { group.Key.Id, group.Key.DisplayName, Count = group.Count() }).ToListAsync(cancellationToken);
        var won = await Programmes(UpgradeState.Succeeded, null, actor).Where(programme => programme.CreditedToId != null).GroupBy(programme => new { Id = programme.CreditedToId!.Value, programme.CreditedTo!.DisplayName })
            .Select(group => new { group.Key.Id, group.Key.DisplayName, Count = group.Select(programme => programme.CustomerId).Distinct().Count() }).ToListAsync(cancellationToken);
        return [.. open.Concat(won).Select(row => (row.Id, row.DisplayName)).Distinct()
            .Select(person => new PersonRow(person.Id, person.DisplayName, open.Find(row => row.Id == person.Id)?.Count ?? 0, won.Find(row => row.Id == person.Id)?.Count ?? 0))
            .OrderByDescending(row => row.Succeeded).ThenByDescending(row => row.Open).ThenBy(row => row.Id)];
    }

    private IQueryable<Customer> OfGradeC(Actor actor, long? ownerId)
    {
        var customers = db.CustomersOf(actor).Where(customer => customer.ArchivedAt == null && customer.Grade == Grade.C
            && !db.UpgradeProgrammes.Any(programme => programme.CustomerId == customer.Id && programme.State == UpgradeState.Open));
        return ownerId is null ? customers : customers.Where(customer => customer.OwnerId == ownerId);
    }

    private IQueryable<Customer> Candidates(Actor actor, long? ownerId, UpgradeRules rules)
    {
        var least = (decimal)rules.LeastPotential;
        return OfGradeC(actor, ownerId).Where(customer => customer.Potential >= least);
    }

    private IQueryable<Customer> ToJudge(Actor actor, long? ownerId) => OfGradeC(actor, ownerId).Where(customer => customer.Potential == null);

    /// <summary>A success belongs to whom it is credited, everything else to whoever looks after the customer.</summary>
    private IQueryable<UpgradeProgramme> Programmes(UpgradeState state, long? ownerId, Actor actor)
    {
        var programmes = db.UpgradesOf(actor).Where(programme => programme.State == state);
        programmes = state == UpgradeState.Open ? programmes.Where(programme => programme.Customer!.ArchivedAt == null) : programmes;
        return ownerId is null ? programmes
            : state == UpgradeState.Succeeded ? programmes.Where(programme => programme.CreditedToId == ownerId) : programmes.Where(programme => programme.Customer!.OwnerId == ownerId);
    }
}
