using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Users.Teams;

/// <summary>Adds a team, or renames it, moves it and gives it a leader. Who may see what follows at once.</summary>
public sealed class SaveTeam(CrmDbContext db)
{
    public sealed record Input
    {
        public string? Name { get; set; }
        public long? ParentId { get; set; }
        public long? LeaderId { get; set; }
        public Guid Version { get; set; }
    }

    public static Text ConflictMessage { get; } = "您编辑期间，其他人修改了这个团队。您的内容还在，请逐项选择保留哪一个";

    /// <param name="id">The team; null adds one.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Outcome> ExecuteAsync(long? id, Input input, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.NotFound();
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(id, input, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Conflict(ConflictMessage);
        }
        catch (DbUpdateException exception) when (db.Engine.IsUniqueViolation(exception))
        {
            return Outcome.Invalid(nameof(Input.Name), "上级团队里已经有同名的团队");
        }
    }

    private async Task<Outcome> SaveAsync(long? id, Input input, CancellationToken cancellationToken)
    {
        var teams = await db.Teams.ToDictionaryAsync(team => team.Id, cancellationToken);
        var team = id is { } known ? teams.GetValueOrDefault(known) : null;
        if (id is not null && team is null)
        {
            return Outcome.NotFound();
        }

        if (await ProblemAsync(teams, team, input, cancellationToken) is { } problem)
        {
            return Outcome.Invalid([problem]);
        }

        if (team is not null && team.Version != input.Version)
        {
            return Outcome.Conflict(ConflictMessage);
        }

        var name = CleanText.Line(input.Name)!;
        if (team is null)
        {
            team = new Team { Name = name };
            db.Teams.Add(team);
        }

        (team.Name, team.ParentId, team.LeaderId) = (name, input.ParentId, input.LeaderId);
        await db.SaveChangesAsync(cancellationToken);
        await Reach.RebuildAsync(db, cancellationToken);
        return Outcome.Done();
    }

    private async Task<Problem?> ProblemAsync(Dictionary<long, Team> teams, Team? team, Input input, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.Name))
        {
            return new(nameof(input.Name), "必须填写");
        }

        if (CleanText.ReadLine(input.Name, 50).Problem is { } name)
        {
            return new(nameof(input.Name), name);
        }

        if (input.Name.Contains('/', StringComparison.Ordinal))
        {
            return new(nameof(input.Name), "团队名称不能包含 /");
        }

        var isRoot = team is { ParentId: null };
        if (isRoot != input.ParentId is null || (input.ParentId is { } parentId && !teams.ContainsKey(parentId)))
        {
            return new(nameof(input.ParentId), isRoot ? "公司是最上级，不能放到别的团队下面" : "请选择上级团队");
        }

        for (var above = input.ParentId; above is { } step; above = teams[step].ParentId)
        {
            if (step == team?.Id)
            {
                return new(nameof(input.ParentId), "不能放到自己或自己的下级团队下面");
            }
        }

        return input.LeaderId is { } leader && !await db.Users.AnyAsync(user => user.Id == leader && user.IsActive, cancellationToken)
            ? new(nameof(input.LeaderId), "请选择在职的负责人")
            : null;
    }
}
