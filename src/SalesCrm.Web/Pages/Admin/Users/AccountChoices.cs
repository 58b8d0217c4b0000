using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Users;
using SalesCrm.Application.Users.Teams;
using SalesCrm.Web.Formats;

namespace SalesCrm.Web.Pages.Admin.Users;

/// <summary>What the forms of accounts offer.</summary>
internal static class AccountChoices
{
    public static IEnumerable<SelectListItem> Roles(Localizer t) => Enum.GetValues<Role>().Select(role => new SelectListItem(t[role.Title()], role.ToString()));

    public static IReadOnlyList<SelectListItem> Teams(IEnumerable<TeamTree.TeamRow> teams)
        => teams.Select(team => new SelectListItem(team.Path, team.Id.ToString(CultureInfo.InvariantCulture))).ToList();
}
