using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Fields;

/// <summary>The admin's fields for whoever draws a form, a filter or a list. Values come with the records, from the readers of each kind.</summary>
public sealed class CustomFields(CrmDbContext db)
{
    public Task<IReadOnlyList<FieldDefinition>> OfAsync(FieldSubject subject, Actor actor, CancellationToken cancellationToken) => db.FieldsAsync(subject, actor, cancellationToken);
}
