using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Customers;

internal static class CustomerPlaces
{
    /// <summary>Those in a province, whichever of its names their file has; all of them where none is given.</summary>
    internal static IQueryable<Customer> InProvince(this IQueryable<Customer> customers, string? province)
    {
        if (string.IsNullOrWhiteSpace(province))
        {
            return customers;
        }

        var spellings = PlaceNames.SpellingsOf(province);
        return customers.Where(customer => spellings.Contains(customer.Province!));
    }
}
