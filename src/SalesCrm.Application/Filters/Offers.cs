using System.Globalization;
using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Filters;

/// <summary>Where the choices of fields come from.</summary>
internal static class Offers
{
    public static ChoiceSource Words(DictionaryKind kind) => async (db, _, cancellationToken)
        => [.. (await new Words(db).OfAsync(kind, null, cancellationToken)).Select(word => Of(word.Id, word.Name))];

    /// <summary>Whoever the reader may make an owner.</summary>
    public static ChoiceSource Owners { get; } = async (db, actor, cancellationToken)
        => [.. (await new People(db).OwnersAsync(actor, cancellationToken)).Select(person => Of(person.Id, person.Name))];

    public static FilterChoice Of(long id, string name) => new(id.ToString(CultureInfo.InvariantCulture), new Text("{0}", name));
}
