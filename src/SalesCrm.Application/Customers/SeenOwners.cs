using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Application.Customers;

/// <summary>Whose records the lists may hold, for their filters: more people than one may make an owner. Who has left stands last.</summary>
public sealed class SeenOwners(CrmDbContext db)
{
    /// <summary>For conditions on customers and what hangs on them.</summary>
    internal static ChoiceSource Choices { get; } = async (db, actor, cancellationToken) => Of(await new SeenOwners(db).ReadAsync(actor, cancellationToken));

    /// <summary>For conditions on leads, which nobody shares.</summary>
    internal static ChoiceSource LedChoices { get; } = async (db, actor, cancellationToken) => Of(await new SeenOwners(db).LedAsync(actor, cancellationToken));

    public async Task<IReadOnlyList<People.Person>> ReadAsync(Actor actor, CancellationToken cancellationToken)
        => await db.KnownAsync(("seen owners", actor.UserId, actor.SeesEverything), () => Rows(db.OwnersSeenBy(actor)).ToListAsync(cancellationToken));

    /// <summary>Only the person himself and those he leads.</summary>
    public async Task<IReadOnlyList<People.Person>> LedAsync(Actor actor, CancellationToken cancellationToken)
        => await db.KnownAsync(("led", actor.UserId, actor.SeesEverything), () => Rows(db.UsersOf(actor)).ToListAsync(cancellationToken));

    private static IQueryable<People.Person> Rows(IQueryable<User> users) => users.AsNoTracking()
        .OrderByDescending(user => user.IsActive).ThenBy(user => user.TeamId).ThenBy(user => user.Id)
        .Select(user => new People.Person(user.Id, user.DisplayName, user.Team!.Name) { HasLeft = !user.IsActive });

    private static List<FilterChoice> Of(IEnumerable<People.Person> people)
        => [.. people.Select(person => new FilterChoice(person.Id.ToString(CultureInfo.InvariantCulture), person.HasLeft ? new Text("{0}（已停用）", person.Name) : new Text("{0}", person.Name)))];
}
