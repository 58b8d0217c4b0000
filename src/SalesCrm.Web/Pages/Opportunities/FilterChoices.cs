using SalesCrm.Application.Customers;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>What the selects of the filter offer.</summary>
public sealed class FilterChoices(Words words, SeenOwners owners)
{
    public IReadOnlyList<Words.Word> Sources { get; private set; } = [];
    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        Sources = await words.OfAsync(DictionaryKind.Source, null, cancellationToken);
        Owners = await owners.ReadAsync(actor, cancellationToken);
    }
}
