using System.Text;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Rows;

/// <summary>Reads the cells of a row into the values of its fields.</summary>
internal sealed class RowReader(IReadOnlyList<MappedField> fields, SkippedRows skipped, DayShape days)
{
    private const string AnyOther = "*";

    /// <summary>Null for a row that is left out, and for one in which none of the mapped columns holds anything.</summary>
    public ImportRow? Read(TableRow source)
    {
        if (skipped.Has(source) || !fields.Any(mapped => mapped.Columns.Any(column => !source[column.Column].IsEmpty)))
        {
            return null;
        }

        var row = new ImportRow(source, fields);
        foreach (var mapped in fields)
        {
            Take(row, mapped, CellShape.Of(CellOf(source, mapped), mapped.Rule, mapped.Field, days));
        }

        ReachCells.Settle(row, fields);
        foreach (var field in fields.Select(mapped => mapped.Field).Where(field => field.IsLackingIn(row.Has) && !row.Problems.Exists(problem => problem.Field == field.Name)))
        {
            row.Refuse(field.Name, new Text("{0}必须填写", field.Label));
        }

        return row;
    }

    /// <summary>A row with these fields alone, some of them with another text than the file's.</summary>
    public static ImportRow Only(ImportRow whole, IReadOnlyList<MappedField> fields, IReadOnlyDictionary<MappedField, string> others, DayShape days)
    {
        var row = new ImportRow(whole.Source, fields);
        foreach (var mapped in fields)
        {
            Take(row, mapped, CellShape.Of(others.TryGetValue(mapped, out var other) ? TableCell.OfText(mapped.Columns[0].Column, other) : CellOf(whole.Source, mapped), mapped.Rule, mapped.Field, days));
        }

        ReachCells.Settle(row, fields);
        return row;
    }

    private static void Take(ImportRow row, MappedField mapped, TableCell cell)
    {
        cell = Meant(cell, mapped);
        var reading = mapped.Field.Read(cell);
        if (reading.IsRefused)
        {
            row.Refuse(mapped.Field.Name, reading.Problem.Value, mapped.Field.IsWord ? new MissingWord(cell.Raw.Trim(), null) : null);
        }
        else if (reading.Value is { } value)
        {
            row.Put(mapped.Field.Name, value);
        }
    }

    private static TableCell Meant(TableCell cell, MappedField mapped)
    {
        if (mapped.Values.Count > 0 && (mapped.Values.TryGetValue(MappedColumns.Key(cell.Raw), out var meant) || (!cell.IsEmpty && mapped.Values.TryGetValue(AnyOther, out meant))))
        {
            cell = TableCell.OfText(cell.Column, meant);
        }

        return cell.IsEmpty && mapped.Default is { } fallback ? TableCell.OfText(cell.Column, fallback) : cell;
    }

    /// <summary>The one cell of a field; of several columns one text that names each.</summary>
    private static TableCell CellOf(TableRow source, MappedField mapped)
    {
        if (mapped.Columns.Count == 0)
        {
            return default;
        }

        if (mapped.Template is { } template)
        {
            return template.Fill(source);
        }

        if (mapped.Rule is not null)
        {
            return mapped.Columns.Select(column => source[column.Column]).FirstOrDefault(cell => !cell.IsEmpty);
        }

        if (mapped.Columns.Count == 1)
        {
            return source[mapped.Columns[0].Column];
        }

        var text = new StringBuilder();
        foreach (var column in mapped.Columns)
        {
            if (CleanText.Lines(FieldReaders.TextOf(source[column.Column]).Value) is { } words)
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(column.Name).Append("：").Append(words);
            }
        }

        return TableCell.OfText(mapped.Columns[0].Column, text.ToString());
    }
}
