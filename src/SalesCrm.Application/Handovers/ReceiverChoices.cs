using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Handovers;

/// <summary>Who may receive what somebody holds: customers, opportunities and leads belong to sellers and their managers, tasks may go to service staff too.</summary>
public sealed class ReceiverChoices(CrmDbContext db)
{
    public async Task<IReadOnlyList<People.Person>> ReadAsync(long fromId, PersonHoldings.Count held, Actor actor, CancellationToken cancellationToken)
        => await Of(db, fromId, held, actor).AsNoTracking().OrderBy(user => user.TeamId).ThenBy(user => user.Id)
            .Select(user => new People.Person(user.Id, user.DisplayName, user.Team!.Name)).ToListAsync(cancellationToken);

    internal static bool MayHold(User user) => user is { IsActive: true, Role: Role.Rep or Role.Manager };

    internal static bool MayTakeTasks(User user) => MayHold(user) || user is { IsActive: true, Role: Role.Service };

    /// <summary>Why he cannot take over what is in his part: since he was chosen he may have left, or have another role, or the part holds more than tasks by now. Null when he can.</summary>
    internal static Text? ProblemOf(User user, PersonHoldings.Count part)
        => part.All == 0 || (part.All == part.Tasks ? MayTakeTasks(user) : MayHold(user)) ? default(Text?) : new Text("{0} 已停用，或他的角色不能接收这一份，请重新分配", user.DisplayName);

    internal static IQueryable<User> Of(CrmDbContext db, long fromId, PersonHoldings.Count held, Actor actor)
        => db.UsersOf(actor).Where(user => user.Id != fromId).WhoReceive(onlyTasks: held.All == held.Tasks);
}
