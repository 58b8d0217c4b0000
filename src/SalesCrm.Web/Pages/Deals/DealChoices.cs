using SalesCrm.Application.Deals;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Pages.Deals;

/// <summary>What the selects of a deal's form offer.</summary>
public sealed class DealChoices(SalesChoices sales, People people)
{
    public IReadOnlyList<SalesChoices.Choice> Products { get; private set; } = [];
    public IReadOnlyList<People.Person> Owners { get; private set; } = [];

    public async Task LoadAsync(DealInput input, Actor actor, CancellationToken cancellationToken)
    {
        Products = await sales.ProductsAsync(input.ProductId, cancellationToken);
        Owners = await people.OwnersAsync(actor, input is EditDeal.Input ? input.OwnerId : null, cancellationToken);
    }
}

/// <summary>The fields that the forms of a deal share.</summary>
public sealed record DealFields(DealInput Input, DealChoices Choices, bool SeesCosts);
