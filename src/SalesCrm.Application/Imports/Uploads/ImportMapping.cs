using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Areas;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Rows;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>The page on which columns are led to fields: what the file has, what it probably means, and what was chosen for such headers before.</summary>
public sealed class ImportMapping(CrmDbContext db, AreaSwitches areas, CompanyClock clock)
{
    private const int Samples = 3;

    /// <summary>The ways to write a date that ends with the year.</summary>
    public static IReadOnlyList<(string Order, Text Title)> DateOrders => [(YearLast.MonthFirst, "月/日/年"), (YearLast.DayFirst, "日/月/年")];

    /// <summary>A column with its first cells and what is proposed for it.</summary>
    /// <param name="Name">Its header; empty for a field that the file has no column for.</param>
    /// <param name="Samples">What its first rows hold.</param>
    /// <param name="Field">The field; empty for none.</param>
    /// <param name="Default">What an empty cell means.</param>
    /// <param name="Values">What stands in the file and what is meant, one a line.</param>
    public sealed record Column(string Name, IReadOnlyList<string> Samples, string Field, string? Default, string? Values);

    /// <param name="Twin">When the same file was imported before.</param>
    /// <param name="IsRemembered">The proposal is what was chosen for these headers before.</param>
    public sealed record View(string FileName, string Kind, string Sheet, IReadOnlyList<string> Sheets, IReadOnlyList<Column> Columns, IReadOnlyList<string> Create, Twin? Twin, bool IsRemembered, IReadOnlyList<Rule> Rules)
    {
        /// <summary>What columns may lead to.</summary>
        public IReadOnlyList<OfferedField> Fields => [.. Offered.Select(known => new OfferedField(known.Name, known.Label, known.IsRequired))];

        internal IReadOnlyList<ImportField> Offered { get; init; } = [];

        /// <summary>The system that the file comes from.</summary>
        public string System { get; init; } = "";

        /// <summary>How dates that end with the year are written, "mdy" or "dmy"; null where nobody has said it.</summary>
        public string? Dates { get; init; }

        /// <summary>A date of the file that ends with the year; null where it has none.</summary>
        public string? DateExample { get; init; }

        /// <summary>It is the one of the reader's latest file with such ids.</summary>
        public bool IsSystemRemembered { get; init; }

        /// <summary>What the last dry run met that is not known here.</summary>
        public IReadOnlyList<MissingWords> Missing { get; init; } = [];

        /// <summary>For the fields of <see cref="Missing"/>, what one may choose instead.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<string>> Known { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

        /// <summary>What the rules make of a column, when columns lead to these fields.</summary>
        public IReadOnlyList<Text> UsesOf(string column, IReadOnlyList<string?> chosen)
            => [.. Rules.Where(rule => !chosen.Contains(rule.Name, StringComparer.OrdinalIgnoreCase) && rule.Columns.Any(name => MappedColumns.Key(name) == MappedColumns.Key(column))).Select(rule => rule.Field)];

        /// <summary>Required fields that nothing fills, when these are filled beside what rules fill.</summary>
        public IReadOnlyList<Text> Lacking(IEnumerable<string> filled)
        {
            var known = filled.Concat(Rules.Select(rule => rule.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return [.. Offered.Where(field => field.IsLackingIn(known.Contains)).Select(field => field.Label)];
        }
    }

    /// <summary>A rule of the profile that the page shows and keeps.</summary>
    /// <param name="Name">The field that it fills; empty for one that leaves rows out.</param>
    /// <param name="Field">As people read it.</param>
    /// <param name="Sources">How it reads the columns.</param>
    /// <param name="Columns">Those columns.</param>
    public sealed record Rule(string Name, Text Field, string Sources, IReadOnlyList<string> Columns);

    /// <summary>An earlier import of the same file; the instant is UTC.</summary>
    public sealed record Twin(DateTime At, string By);

    /// <exception cref="TableRefusedException">The sheet is not there or empty.</exception>
    /// <exception cref="MappingRefusedException">The kind that was asked for, or that of a sheet that went out of here, is none that the reader may import.</exception>
    public async Task<View?> ReadAsync(Guid handle, string? kind, string? sheetName, Actor actor, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken);
        if (import?.Content is null)
        {
            return null;
        }

        using var stream = new MemoryStream(import.Content);
        using var file = TableFile.Open(stream, import.FileName);
        var sheet = file.Sheets.FirstOrDefault(candidate => candidate.Name == (sheetName ?? import.Sheet)) ?? file.FirstVisible;
        var template = Templates.Find(sheet.Name);
        var off = await areas.ReadAsync(cancellationToken);
        var offered = ImportKinds.For(actor).Select(choice => choice.Name).Where(name => !off.HasKind(name)).ToList();
        var chosen = await ImportKinds.CreateAsync(db, KindFor(kind ?? import.Kind, template, file, import.FileName, sheet, offered), actor, cancellationToken);
        var found = ImportSheet.Of(file, sheet.Name, chosen.AllFields);
        var hash = HashOf(found.Header);
        var remembered = await RememberedMapping.ReadAsync(db, chosen.Name, hash, actor, cancellationToken);
        var given = import.Profile is { } own && MappingProfile.Parse(own) is var parsed && parsed.Kind == chosen.Name ? parsed : null;
        var profile = given ?? remembered ?? (template is not null && template.Kind == chosen.Name && template.Columns.All(column => found.Header.Columns.Any(other => other.Name == column.Header)) ? found.Of(template, chosen)
            : Guessed(found, chosen, import.FileName));
        var system = given is null && remembered is null && profile.System.Length == 0 ? await RememberedMapping.SystemOfAsync(db, profile, import.Id, actor, cancellationToken) : null;
        var twin = await db.Imports.AsNoTracking().Where(row => row.FileHash == import.FileHash && row.Id != import.Id && row.State == ImportState.Committed)
            .OrderByDescending(row => row.Id).Select(row => new Twin(row.FinishedAt ?? row.CreatedAt, row.CreatedBy!.DisplayName)).FirstOrDefaultAsync(cancellationToken);
        var missing = chosen.Name == import.Kind ? StoredReport.Read(import.Report)?.Missing ?? [] : [];
        return new View(import.FileName, chosen.Name, sheet.Name, file.Sheets.Where(candidate => candidate.Visible && candidate.Name != RowVersions.NoteSheet).Select(candidate => candidate.Name).ToList(), ColumnsOf(found, profile), profile.Create, twin, given is not null || remembered is not null, RulesOf(profile, chosen))
        {
            Offered = chosen.AllFields,
            System = system ?? profile.System,
            Dates = profile.Dates,
            DateExample = YearLast.Example(found.Sheet, found.Header),
            IsSystemRemembered = !string.IsNullOrEmpty(system),
            Missing = missing,
            Known = await KnownWords.OfAsync(db, clock, chosen, missing.Select(words => words.Field), actor, cancellationToken),
        };
    }

    /// <summary>Tells header rows apart.</summary>
    internal static string HashOf(TableHeader header)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', header.Columns.Select(column => MappedColumns.Key(column.Name))))));

    /// <summary>The kind that was asked for; else that of a sheet that went out of here; else the one that knows most of the headers. The first two are never replaced by a guess.</summary>
    private static string KindFor(string? asked, Template? template, TableFile file, string fileName, TableSheet sheet, List<string> offered)
        => asked ?? (template is not null && offered.Contains(template.Kind) ? template.Kind
            : KindGuess.OfOwn(file, fileName, sheet) ?? KindGuess.Of(file, fileName, sheet, offered));

    /// <summary>A file of calls says nowhere that its rows are calls.</summary>
    private static MappingProfile Guessed(ImportSheet found, ImportKind kind, string fileName)
    {
        var profile = found.Complete(new MappingProfile { Kind = kind.Name }, kind);
        return kind is VisitKind && !profile.Columns.Values.Contains(VisitKind.Method) && FileNameGuess.MethodOf(fileName, found.Header.Columns.Select(column => column.Name)) is { } method
            ? profile with { Defaults = new Dictionary<string, string> { [VisitKind.Method] = method } } : profile;
    }

    private static List<Rule> RulesOf(MappingProfile profile, ImportKind kind) => profile.Fields
        .Select(rule => new Rule(rule.Key, kind.Fields.FirstOrDefault(field => field.Name.Equals(rule.Key, StringComparison.OrdinalIgnoreCase))?.Label ?? new Text(rule.Key), string.Join(" · ", rule.Value.Template.Count > 0 ? rule.Value.Template : rule.Value.From), rule.Value.Template.Count > 0 ? [.. CellTemplate.NamesIn(rule.Value.Template)] : rule.Value.From))
        .Concat(profile.SkipWhere.Select(skip => new Rule("", "跳过的行", $"{skip.Key} = {string.Join(" / ", skip.Value)}", [skip.Key]))).ToList();

    private static List<Column> ColumnsOf(ImportSheet found, MappingProfile profile)
    {
        var rows = found.Sheet.RowsBelow(found.Header).Take(Samples).ToList();
        var fields = profile.Columns.ToDictionary(pair => MappedColumns.Key(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        var columns = found.Header.Columns.Select(column => Proposed(
            column.Name,
            rows.Select(row => CleanText.Shortened(CleanText.Mended(row[column.Column].Raw).ReplaceLineEndings(" "), 40)).Where(text => text.Length > 0).ToList(),
            fields.GetValueOrDefault(MappedColumns.Key(column.Name), ""))).ToList();
        columns.AddRange(profile.Defaults.Keys.Where(field => !profile.Fields.ContainsKey(field) && columns.TrueForAll(column => !column.Field.Equals(field, StringComparison.OrdinalIgnoreCase))).Select(field => Proposed("", [], field)));
        columns.Add(new Column("", [], "", null, null));
        return columns;

        Column Proposed(string name, IReadOnlyList<string> samples, string field) => new(
            name, samples, field, profile.Defaults.GetValueOrDefault(field), profile.Values.GetValueOrDefault(field) is { } values ? ValueLines.Written(values) : null);
    }
}
