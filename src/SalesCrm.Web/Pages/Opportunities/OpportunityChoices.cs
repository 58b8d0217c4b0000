using SalesCrm.Application.Deals;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Pages.Opportunities;

/// <summary>What the selects of an opportunity's form offer.</summary>
public sealed class OpportunityChoices(Words words, SalesChoices sales, People people, CustomFields fields)
{
    public IReadOnlyList<Words.Word> Sources { get; private set; } = [];
    public IReadOnlyList<SalesChoices.Choice> Products { get; private set; } = [];
    public IReadOnlyList<FieldDefinition> Own { get; private set; } = [];
    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public async Task LoadAsync(OpportunityInput input, Actor actor, CancellationToken cancellationToken)
    {
        Sources = await words.OfAsync(DictionaryKind.Source, input.SourceId, cancellationToken);
        Products = await sales.ProductsAsync(input.ProductId, cancellationToken);
        Own = await fields.OfAsync(FieldSubject.Opportunity, actor, cancellationToken);
        Owners = await people.OwnersAsync(actor, cancellationToken);
    }
}
