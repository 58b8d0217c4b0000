using SalesCrm.Application.Customers;
using SalesCrm.Application.Customers.Contacts;
using SalesCrm.Application.Database;
using SalesCrm.Application.Fields;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Rows;

/// <summary>The fields of the admin's own in one run: what the records at hand have in them, and what the rows bring.</summary>
internal sealed class OwnFields(CrmDbContext db, IReadOnlyList<FieldDefinition> fields)
{
    private const int Batch = 500;

    private readonly Dictionary<(object Record, FieldDefinition Field), (FieldCell Cell, bool IsNew)> _wanted = [];
    private readonly Dictionary<(long Record, long Field), FieldCell> _stored = [];

    public static string NameOf(FieldDefinition field) => field.Key;

    public static ImportField ToImport(FieldDefinition field)
        => new(NameOf(field), field.Name, ReaderOf(field)) { Headers = field.EnglishName is { } english ? [english] : [], IsOwn = true, Words = [.. field.Options.Where(option => !option.IsArchived).Select(option => option.Name)] };

    /// <summary>Forgets the last batch and reads what the records of the next have.</summary>
    public async Task LoadAsync(IEnumerable<long> records, CancellationToken cancellationToken)
    {
        _stored.Clear();
        _wanted.Clear();
        foreach (var some in records.Where(id => fields.Count > 0 && id != 0).Distinct().Chunk(Batch))
        {
            foreach (var group in await db.ValuesAsync(fields, some, cancellationToken))
            {
                foreach (var (field, cell) in group)
                {
                    _stored[(group.Key, field)] = cell;
                }
            }
        }
    }

    /// <summary>A new record needs what is required; one that is on file keeps what it has.</summary>
    public void Check(ImportRow row, bool isNew)
    {
        foreach (var field in fields.Where(field => isNew && field.IsRequired && !row.Has(NameOf(field)) && row.Problems.TrueForAll(problem => problem.Field != NameOf(field))))
        {
            row.Refuse(NameOf(field), new Text("{0}必须填写", field.Name));
        }
    }

    /// <summary>Takes the row's values for a record, new or on file; they are written once it is saved.</summary>
    public void Fill(ImportRow row, RowEdit edit, IAudited record)
    {
        foreach (var field in fields)
        {
            if (row.Value<FieldCell>(NameOf(field)) is not { } cell)
            {
                continue;
            }

            var before = _wanted.TryGetValue((record, field), out var other) ? other.Cell : _stored.GetValueOrDefault((record.Id, field.Id));
            if (before != cell)
            {
                _wanted[(record, field)] = (cell, edit.IsNew);
                edit.Changed(field.Name, before.Written(field), cell.Written(field));
            }
        }
    }

    /// <summary>Inside the transaction, after the records have their ids.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var ((record, field), (cell, isNew)) in _wanted)
        {
            var id = ((IAudited)record).Id;
            var stored = _stored.TryGetValue((id, field.Id), out var was) ? db.FieldValues.Attach(new FieldValue { RecordId = id, FieldId = field.Id, Number = was.Number, Text = was.Text }).Entity : null;
            FieldEntries.Put(db, field, id, CustomerOf(record), stored, cell);
            if (!isNew && record is IVersioned versioned)
            {
                db.Entry(versioned).Property(row => row.Version).IsModified = true;
            }
        }

        _wanted.Clear();
        await db.SaveChangesAsync(cancellationToken);
    }

    private static long? CustomerOf(object record) => record switch
    {
        Customer customer => customer.Id,
        Contact contact => contact.CustomerId,
        Opportunity opportunity => opportunity.CustomerId,
        _ => null,
    };

    private static FieldReader ReaderOf(FieldDefinition field) => field.Type switch
    {
        FieldType.Money => cell => Of(FieldReaders.Money(cell), value => FieldCell.OfMoney((decimal)value)),
        FieldType.Date => cell => Of(FieldReaders.Date(cell), value => FieldCell.OfDate((DateOnly)value)),
        FieldType.YesNo => cell => Of(FieldReaders.YesNo(cell), value => FieldCell.OfYesNo((bool)value)),
        _ => cell =>
        {
            var text = FieldReaders.TextOf(cell);
            var reading = text.IsRefused ? default : FieldTyping.Read(field, text.Value, fromFile: true);
            return text.IsRefused ? Shared.Values.Reading<object>.Refused(text.Problem.Value) : new(reading.Value, reading.Problem);
        }
        ,
    };

    private static Shared.Values.Reading<object> Of(Shared.Values.Reading<object> reading, Func<object, FieldCell> cell)
        => reading.Value is { } value ? new(cell(value), null) : reading;
}
