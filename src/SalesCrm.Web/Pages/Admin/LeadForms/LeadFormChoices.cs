using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Leads.Assignment;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Pages.Admin.LeadForms;

/// <summary>What the form of a public form offers.</summary>
public sealed class LeadFormChoices(Words words, LeadOwners owners, AssignmentRules rules)
{
    public IReadOnlyList<Words.Word> Sources { get; private set; } = [];

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public IEnumerable<SelectListItem> Teams { get; private set; } = [];

    public async Task LoadAsync(long? sourceId, Actor actor, CancellationToken cancellationToken)
    {
        Sources = await words.OfAsync(DictionaryKind.Source, sourceId, cancellationToken);
        Owners = await owners.ReadAsync(actor, cancellationToken);
        Teams = (await rules.TeamsAsync(cancellationToken)).Select(team => new SelectListItem(team.Name, team.Id.ToString(CultureInfo.InvariantCulture)));
    }
}
