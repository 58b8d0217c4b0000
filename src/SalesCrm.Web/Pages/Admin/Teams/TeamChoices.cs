using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Pages.Shared;

namespace SalesCrm.Web.Pages.Admin.Teams;

/// <summary>What the forms of a team offer.</summary>
public sealed record TeamChoices(IReadOnlyList<SelectListItem> Parents, IReadOnlyList<SelectListItem> Leaders)
{
    public static TeamChoices None { get; } = new([], []);

    public static async Task<TeamChoices> LoadAsync(TeamTree teams, People people, CancellationToken cancellationToken)
    {
        var parents = await teams.ReadAsync(cancellationToken);
        var leaders = await people.ColleaguesAsync(cancellationToken);
        return new(
            parents.Select(team => new SelectListItem(team.Path, team.Id.ToString(CultureInfo.InvariantCulture))).ToList(),
            Options.Of(leaders).ToList());
    }
}
