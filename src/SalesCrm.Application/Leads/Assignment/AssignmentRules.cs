using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Leads.Assignment;

/// <summary>The rules, and who would get the leads that nobody has if they were given out now.</summary>
public sealed class AssignmentRules(CrmDbContext db)
{
    private const int Shown = 50;

    public sealed record RuleRow(long Id, string? Province, string? City, string? Team, string? Person, bool HasNobody);

    /// <param name="Owner">Null where no rule takes it.</param>
    public sealed record PreviewRow(long Id, string Company, string? Province, string? City, string? Owner);

    public sealed record View(IReadOnlyList<RuleRow> Rules, IReadOnlyList<PreviewRow> Preview, int Waiting);

    public sealed record Team(long Id, string Name);

    public async Task<View> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var receivers = db.Users.WhoReceive();
        var rules = await db.AssignmentRules.AsNoTracking()
            .OrderByDescending(rule => rule.City != null).ThenByDescending(rule => rule.Province != null).ThenBy(rule => rule.Id)
            .Select(rule => new RuleRow(
                rule.Id, rule.Province, rule.City, rule.Team!.Name, rule.User!.DisplayName,
                !receivers.Any(user => user.Id == rule.UserId || (rule.TeamId != null && user.TeamId == rule.TeamId))))
            .ToListAsync(cancellationToken);
        var waiting = DistributeLeads.Waiting(db, actor).AsNoTracking();
        var leads = await waiting.Take(Shown).Select(lead => new { lead.Id, lead.Company, lead.Province, lead.City }).ToListAsync(cancellationToken);
        var distribution = await Distribution.ReadAsync(db, cancellationToken);
        var given = leads.ConvertAll(lead => (Lead: lead, Owner: distribution.OwnerFor(lead.Province, lead.City)));
        var names = await db.UsersOf(actor).AsNoTracking().Where(user => given.Select(row => row.Owner).Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        return new(
            rules,
            given.ConvertAll(row => new PreviewRow(row.Lead.Id, row.Lead.Company, row.Lead.Province, row.Lead.City, row.Owner is { } owner ? names.GetValueOrDefault(owner) : null)),
            leads.Count < Shown ? leads.Count : await waiting.CountAsync(cancellationToken));
    }

    /// <summary>The form that changes a rule; null where there is none any more.</summary>
    public Task<SaveAssignmentRule.Input?> FindAsync(long id, CancellationToken cancellationToken)
        => db.AssignmentRules.AsNoTracking().Where(rule => rule.Id == id)
            .Select(rule => new SaveAssignmentRule.Input { Id = rule.Id, Version = rule.Version, Province = rule.Province, City = rule.City, TeamId = rule.TeamId, UserId = rule.UserId })
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Teams that a rule may name.</summary>
    public async Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken cancellationToken)
        => await db.Teams.AsNoTracking().OrderBy(team => team.Id).Select(team => new Team(team.Id, team.Name)).ToListAsync(cancellationToken);
}
