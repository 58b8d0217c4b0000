using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.Kinds;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>The names by which files know the columns of a kind already.</summary>
internal sealed class ImportHeaders : IReservedNames
{
    public IEnumerable<string> Of(FieldSubject subject) => ImportKinds.All.Where(kind => kind.Subject == subject).SelectMany(kind => kind.Fields).SelectMany(HeaderGuess.PlainNamesOf);
}
