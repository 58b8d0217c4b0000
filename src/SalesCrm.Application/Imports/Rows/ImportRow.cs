using SalesCrm.Application.Customers;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.External;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Leads;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Rows;

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    Created = 1,
    Updated = 2,
    Unchanged = 3,
    Refused = 4,
}

/// <summary>Why a row is refused, and where.</summary>
/// <param name="Field">Empty when it is about the whole row.</param>
/// <param name="Label">The field as people read it.</param>
/// <param name="Column">The column in the file, from zero; none when the field has none.</param>
/// <param name="Cell">What stands there.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record RowProblem(string Field, Text Label, int? Column, string Cell, Text Reason)
{
    /// <summary>The other values of a cell in conflict.</summary>
    public Clash? Clash { get; init; }

    /// <summary>The word that is not known.</summary>
    public MissingWord? Missing { get; init; }
}

/// <summary>One field that a row changes.</summary>
internal sealed record RowChange(Text Label, string? Before, string? Now);

/// <summary>One row of the file on its way into the database.</summary>
internal sealed class ImportRow(TableRow source, IReadOnlyList<MappedField> fields)
{
    /// <summary>Characters of a cell that a report says; the file has the rest.</summary>
    private const int Quoted = 100;

    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private HashSet<string>? _left;

    public TableRow Source => source;

    public int Number => source.Number;

    /// <summary>What the row is called in reports.</summary>
    public string Title { get; set => field = CleanText.Shortened(value, Quoted); } = "";

    public List<RowProblem> Problems { get; } = [];

    public List<Text> Notes { get; } = [];

    public List<RowChange> Changes { get; } = [];

    public RowOutcome Outcome { get; set; } = RowOutcome.Unchanged;

    /// <summary>What the row points to by ids of another system.</summary>
    public RowLinks? Links { get; set; }

    /// <summary>The customer whom the row is about, once he is known.</summary>
    public Customer? Customer { get; set; }

    /// <summary>The record that the row was downloaded from. The row means that one, whatever it is called by now, and never a new one.</summary>
    public long? RecordId { get; set; }

    /// <summary>To whom that record belongs, where it says so by the customer's name, whatever he is called by now.</summary>
    public long? RecordCustomerId { get; set; }

    /// <summary>Reads what stood in the cell of a field when the row was downloaded.</summary>
    public Func<string, object?>? Downloaded { get; set; }

    /// <summary>The fields whose cells were edited since the download and are still to be written.</summary>
    public HashSet<string> Edited { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands against this row: cells that were edited in the file were changed here after the download.</summary>
    public IReadOnlyList<RowProblem>? Conflict { get; set; }

    /// <summary>It was refused for this.</summary>
    public bool IsConflict { get; private set; }

    /// <summary>The lead whom the row is about, who is no customer yet.</summary>
    public Lead? Lead { get; set; }

    /// <summary>Another row of the file may be about the record that this one creates; a dry run, which cannot look it up, has to keep it then.</summary>
    public bool ComesAgain { get; set; } = true;

    /// <summary>Nothing in it was edited since it was downloaded.</summary>
    public bool IsUntouched { get; private set; }

    public bool IsFine => Problems.Count == 0;

    /// <summary>Lets the row through as it was downloaded: it asks for nothing, so nothing can stand against it.</summary>
    public void Pass()
    {
        Problems.Clear();
        (IsUntouched, Outcome) = (true, RowOutcome.Unchanged);
    }

    public void Put(string field, object value) => _values[field] = value;

    public void Drop(string field)
    {
        _values.Remove(field);
        Edited.Remove(field);
    }

    /// <summary>The field says which record is meant and what it was called when it was downloaded; it changes nothing.</summary>
    public void Leave(string field) => (_left ??= new(StringComparer.Ordinal)).Add(field);

    public bool Leaves(string field) => _left?.Contains(field) == true;

    /// <summary>The field's own column, where it has exactly one.</summary>
    public int? ColumnOf(string field) => fields.FirstOrDefault(mapped => mapped.Field.Name == field) is { Columns: [var only] } ? only.Column : null;

    public bool Has(string field) => _values.ContainsKey(field);

    public string? Text(string field) => _values.GetValueOrDefault(field) as string;

    public T? Object<T>(string field)
        where T : class
        => _values.GetValueOrDefault(field) as T;

    public T? Value<T>(string field)
        where T : struct
        => _values.GetValueOrDefault(field) is T value ? value : null;

    /// <summary>What the field brings to the record; nothing where it only says which one is meant.</summary>
    public string? NewText(string field) => Leaves(field) ? null : Text(field);

    public T? NewValue<T>(string field)
        where T : struct
        => Leaves(field) ? null : Value<T>(field);

    /// <summary>What the field held when the row was downloaded from here.</summary>
    public object? Was(string field) => Downloaded?.Invoke(field);

    /// <summary>What stands in the file's cell for a field.</summary>
    public string CellOf(string field)
        => fields.FirstOrDefault(mapped => mapped.Field.Name == field) is { Columns: [var column, ..] } ? source[column.Column].Raw : Text(field) ?? "";

    public void Refuse(string field, Text reason, MissingWord? missing = null)
    {
        var mapped = fields.FirstOrDefault(candidate => candidate.Field.Name == field);
        Problems.Add(new RowProblem(field, mapped?.Field.Label ?? "", mapped?.Columns.Count > 0 ? mapped.Columns[0].Column : null, CleanText.Shortened(CellOf(field), Quoted), Short(reason)) { Missing = missing?.Word.Length > Quoted ? null : missing });
        Outcome = RowOutcome.Refused;
    }

    /// <summary>The record that it was downloaded from is not to be found; a new one would hold no more than the cells that were edited.</summary>
    public void RefuseAsGone(string field) => Refuse(field, "这一行对应的记录已被删除，或不在您的权限内；要作为新记录导入，请把它抄到一个新文件里");

    public void Refuse(IReadOnlyList<RowProblem> problems)
    {
        Problems.AddRange(problems);
        Outcome = RowOutcome.Refused;
        IsConflict = true;
    }

    public void Note(Text note) => Notes.Add(Short(note));

    /// <summary>Says of cells that were edited and changed nothing that they did not.</summary>
    public void TellEdited()
    {
        foreach (var mapped in Outcome == RowOutcome.Unchanged ? fields.Where(mapped => Edited.Contains(mapped.Field.Name)) : [])
        {
            Note(new Text("“{0}”没有写入：与现有资料一致，或不能由导入改动", mapped.Field.Label));
        }
    }

    private static Text Short(Text text) => text with { Args = Array.ConvertAll(text.Args ?? [], arg => arg switch { string word => CleanText.Shortened(word, Quoted), Text inner => Short(inner), _ => arg }) };
}
