using SalesCrm.Application.Customers;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Pages.Customers;

/// <summary>What the selects of a customer's form offer.</summary>
public sealed class CustomerChoices(Words words, People people, CustomFields fields)
{
    public IReadOnlyList<Words.Word> Industries { get; private set; } = [];
    public IReadOnlyList<Words.Word> Sources { get; private set; } = [];
    public IReadOnlyList<Words.Word> Sizes { get; private set; } = [];
    public IReadOnlyList<FieldDefinition> Own { get; private set; } = [];
    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    /// <param name="input">What the form shows.</param>
    /// <param name="ownerId">Whose file it is now; null for a new one.</param>
    /// <param name="actor">Who fills it in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task LoadAsync(CustomerInput input, long? ownerId, Actor actor, CancellationToken cancellationToken)
    {
        Industries = await words.OfAsync(DictionaryKind.Industry, input.IndustryId, cancellationToken);
        Sources = await words.OfAsync(DictionaryKind.Source, input.SourceId, cancellationToken);
        Sizes = await words.OfAsync(DictionaryKind.CompanySize, input.CompanySizeId, cancellationToken);
        Own = await fields.OfAsync(FieldSubject.Customer, actor, cancellationToken);
        Owners = await people.OwnersAsync(actor, ownerId, cancellationToken);
    }
}
