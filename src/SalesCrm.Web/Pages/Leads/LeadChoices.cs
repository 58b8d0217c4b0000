using SalesCrm.Application.Customers;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Pages.Leads;

/// <summary>What the forms and filters of leads offer.</summary>
public sealed class LeadChoices(Words words, LeadOwners owners, SeenOwners seen)
{
    public IReadOnlyList<Words.Word> Sources { get; private set; } = [];

    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    /// <param name="sourceId">A source to offer although it is archived, because the lead has it.</param>
    /// <param name="actor">Who chooses.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task LoadAsync(long? sourceId, Actor actor, CancellationToken cancellationToken)
    {
        Sources = await words.OfAsync(DictionaryKind.Source, sourceId, cancellationToken);
        Owners = await owners.ReadAsync(actor, cancellationToken);
    }

    /// <summary>For filters: whoever may have leads already, not only who may get some.</summary>
    public async Task LoadFilterAsync(Actor actor, CancellationToken cancellationToken)
    {
        Sources = await words.OfAsync(DictionaryKind.Source, null, cancellationToken);
        Owners = await seen.LedAsync(actor, cancellationToken);
    }
}
