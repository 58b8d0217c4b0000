using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;

namespace SalesCrm.Application.Imports.Running;

/// <summary>The sheet of a file that is to be imported, with its header.</summary>
internal sealed record ImportSheet(TableSheet Sheet, TableHeader Header)
{
    /// <exception cref="TableRefusedException">The sheet is not there, or has no header.</exception>
    public static ImportSheet Of(TableFile file, string? name, IReadOnlyList<ImportField> fields)
    {
        var sheet = name is null ? file.FirstVisible : file.Sheets.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new TableRefusedException(new Text("文件里没有工作表“{0}”", name));
        var known = fields.SelectMany(HeaderGuess.NamesOf).ToList();
        return new(sheet, sheet.FindHeader(known) ?? throw new TableRefusedException(new Text("工作表“{0}”是空的", sheet.Name)));
    }

    /// <summary>The profile with its guess filled in where it says nothing of columns; its own rules go before what is guessed.</summary>
    public MappingProfile Complete(MappingProfile profile, ImportKind kind)
    {
        if (profile.Columns.Count > 0)
        {
            return profile;
        }

        var guess = HeaderGuess.Of(this, kind.AllFields);
        var ruled = profile.Fields.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return profile with
        {
            Dates = profile.Dates ?? YearLast.OrderOf(Sheet, Header),
            Columns = guess.Columns.Where(pair => !ruled.Contains(pair.Value)).ToDictionary(),
            Fields = profile.Fields.Concat(guess.Fields.Where(pair => !ruled.Contains(pair.Key))).ToDictionary(),
        };
    }

    /// <summary>A template's own mapping, and the columns of the admin's fields that stand behind its own.</summary>
    public MappingProfile Of(Template template, ImportKind kind)
    {
        var columns = new Dictionary<string, string>(template.Profile.Columns);
        var own = kind.Own.Select(OwnFields.NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (header, field) in HeaderGuess.Of(this, kind.AllFields).Columns.Where(pair => own.Contains(pair.Value)))
        {
            columns.TryAdd(header, field);
        }

        return template.Profile with { Columns = columns, Dates = YearLast.OrderOf(Sheet, Header) };
    }
}
