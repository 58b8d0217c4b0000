using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;

namespace SalesCrm.Application.Fields;

/// <summary>Values that stand in the wrong column of their type, name a choice of another field, or belong to no record.</summary>
internal sealed class FieldCheck(CrmDbContext db) : IFigureCheck
{
    public string Name => "custom fields";

    public async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var field in await db.CustomFields.AsNoTracking().OrderBy(field => field.Id).ToListAsync(cancellationToken))
        {
            var values = db.FieldValues.AsNoTracking().Where(value => value.FieldId == field.Id);
            var misplaced = field.Type == FieldType.Text ? values.Where(value => value.Number != null || value.Text == null) : values.Where(value => value.Number == null || value.Text != null);
            found.AddRange((await IdsAsync(misplaced)).Select(id => Line("is in the wrong column", id)));
            found.AddRange((await IdsAsync(Orphans(field.Subject, values))).Select(id => Line("has no record", id)));
            if (field.Type == FieldType.Choice)
            {
                var foreign = values.Where(value => !db.FieldChoices.Any(choice => choice.FieldId == value.FieldId && choice.Id == value.Number));
                found.AddRange((await IdsAsync(foreign)).Select(id => Line("names no choice of its field", id)));
            }

            string Line(string what, long record) => string.Create(CultureInfo.InvariantCulture, $"Value of field {field.Id} on {field.Subject} {record} {what}.");
        }

        return found;

        Task<List<long>> IdsAsync(IQueryable<FieldValue> values) => values.OrderBy(value => value.RecordId).Select(value => value.RecordId).ToListAsync(cancellationToken);
    }

    private IQueryable<FieldValue> Orphans(FieldSubject subject, IQueryable<FieldValue> values) => subject switch
    {
        FieldSubject.Customer => values.Where(value => !db.Customers.Any(row => row.Id == value.RecordId)),
        FieldSubject.Contact => values.Where(value => !db.Contacts.Any(row => row.Id == value.RecordId)),
        FieldSubject.Lead => values.Where(value => !db.Leads.Any(row => row.Id == value.RecordId)),
        _ => values.Where(value => !db.Opportunities.Any(row => row.Id == value.RecordId)),
    };
}
