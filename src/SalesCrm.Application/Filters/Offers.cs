using System.Globalization;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Filters;

/// <summary>Where the choices of fields come from.</summary>
internal static class Offers
{
    public static ChoiceSource Words(DictionaryKind kind) => async (db, _, cancellationToken)
        => [.. (await new Words(db).OfAsync(kind, null, cancellationToken)).Select(word => Of(word.Id, word.Name))];

    public static FilterChoice Of(long id, string name) => new(id.ToString(CultureInfo.InvariantCulture), new Text("{0}", name));
}
