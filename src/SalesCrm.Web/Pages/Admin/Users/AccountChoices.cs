using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Users.Teams;

namespace SalesCrm.Web.Pages.Admin.Users;

/// <summary>What the forms of accounts offer.</summary>
internal static class AccountChoices
{
    public static IReadOnlyList<SelectListItem> Teams(IEnumerable<TeamTree.TeamRow> teams)
        => teams.Select(team => new SelectListItem(team.Path, team.Id.ToString(CultureInfo.InvariantCulture))).ToList();
}
