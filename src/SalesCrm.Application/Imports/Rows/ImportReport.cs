using System.Globalization;
using SalesCrm.Application.Imports.Downloads;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Imports.Rows;

/// <summary>What a run did, or would do: counts, and the rows that a person should look at.</summary>
public sealed class ImportReport
{
    /// <summary>Rows of each outcome that are shown; refused rows are all kept, because the workbook gives them back.</summary>
    public const int Shown = 200;

    private readonly Dictionary<RowOutcome, int> _shown = [];

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    public int Total => Created + Updated + Unchanged + Refused;

    public IReadOnlyList<ReportRow> Rows => Kept;

    internal List<ReportRow> Kept { get; } = [];

    /// <summary>Remarks on the file as a whole.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public IEnumerable<Text> WarningTexts => Warnings.Select(warning => StoredText.Read(warning)!.Value);

    public bool HasConflicts => Kept.Exists(row => row.IsConflict);

    /// <summary>Rows in conflict of which every cell has been decided; a commit writes them.</summary>
    public int Decided => Kept.Count(row => row.IsDecided);

    /// <summary>Rows that a commit would leave out.</summary>
    public int Open => Refused - Decided;

    /// <summary>Rows that a commit changes something by.</summary>
    public int Writes => Created + Updated + Decided;

    public int Undecided => Kept.Count(row => row is { IsConflict: true, IsDecided: false });

    /// <summary>What the rows name that is not known here.</summary>
    public IReadOnlyList<MissingWords> Missing => MissingWords.Of(Kept);

    /// <summary>What was decided, as a commit needs it.</summary>
    internal IReadOnlyList<ConflictDecision> Decisions => [.. from row in Kept
                                                             where row.IsConflict
                                                             from problem in row.Problems
                                                             where problem is { Choice: not ConflictChoice.Refuse, Clash: not null }
                                                             select new ConflictDecision(row.Row, problem.Field, problem.Choice, problem.Clash!.Now)];

    /// <summary>Decides cells in conflict anew; those of which it says nothing stay as they are.</summary>
    internal void Decide(Func<int, ReportProblem, ConflictChoice?> choice)
    {
        for (var index = 0; index < Kept.Count; index++)
        {
            if (Kept[index] is { IsConflict: true } row)
            {
                Kept[index] = row with { Problems = [.. row.Problems.Select(problem => choice(row.Row, problem) is { } chosen ? problem with { Choice = chosen } : problem)] };
            }
        }
    }

    /// <summary>Keeps what was decided before a new dry run, where the cell still stands as it did.</summary>
    internal void Keep(IEnumerable<ConflictDecision> decisions)
    {
        var known = decisions.ToDictionary(decision => (decision.Row, decision.Field));
        Decide((row, problem) => known.TryGetValue((row, problem.Field), out var decision) && decision.Now == problem.Clash?.Now ? decision.Choice : null);
    }

    internal void Add(ImportRow row)
    {
        switch (row.Outcome)
        {
            case RowOutcome.Created:
                Created++;
                break;
            case RowOutcome.Updated:
                Updated++;
                break;
            case RowOutcome.Refused:
                Refused++;
                break;
            default:
                Unchanged++;
                break;
        }

        var shown = _shown.GetValueOrDefault(row.Outcome);
        if (row.Outcome == RowOutcome.Refused || shown < Shown)
        {
            _shown[row.Outcome] = shown + 1;
            Kept.Add(ReportRow.Of(row));
        }
    }

    internal void Warn(IEnumerable<Text> warnings) => Warnings = warnings.Take(20).Select(StoredText.Write).ToList();

    internal static ImportReport Of(int created, int updated, int unchanged, int refused, IEnumerable<ReportRow> rows, IReadOnlyList<string> warnings)
    {
        var report = new ImportReport { Created = created, Updated = updated, Unchanged = unchanged, Refused = refused, Warnings = warnings };
        report.Kept.AddRange(rows);
        return report;
    }
}

/// <summary>A row as a report shows it.</summary>
public sealed record ReportRow(int Row, RowOutcome Outcome, string Title, IReadOnlyList<ReportProblem> Problems, IReadOnlyList<ReportChange> Changes, IReadOnlyList<string> Notes, bool IsConflict = false)
{
    internal static ReportRow Of(ImportRow row) => new(
        row.Number,
        row.Outcome,
        row.Title,
        row.Problems.ConvertAll(problem => new ReportProblem(problem.Field, StoredText.Write(problem.Label), problem.Column, problem.Cell, StoredText.Write(problem.Reason)) { Clash = problem.Clash, Missing = problem.Missing }),
        row.Changes.ConvertAll(change => new ReportChange(StoredText.Write(change.Label), change.Before, change.Now)),
        row.Notes.ConvertAll(StoredText.Write),
        row.IsConflict);

    /// <summary>Every cell in conflict has been decided.</summary>
    public bool IsDecided => IsConflict && Problems.All(problem => problem.Choice != ConflictChoice.Refuse);

    public IEnumerable<Text> NoteTexts => Notes.Select(note => StoredText.Read(note)!.Value);
}

/// <summary>Why a row is refused; sentences are kept so that they can be read in either language.</summary>
public sealed record ReportProblem(string Field, string Label, int? Column, string Cell, string Reason)
{
    /// <summary>The other values of a cell in conflict.</summary>
    public Clash? Clash { get; init; }

    /// <summary>What was decided about it.</summary>
    public ConflictChoice Choice { get; init; }

    /// <summary>The word that is not known.</summary>
    public MissingWord? Missing { get; init; }

    public Text LabelText => StoredText.Read(Label)!.Value;

    public Text ReasonText => StoredText.Read(Reason)!.Value;
}

/// <summary>One field that the row changes.</summary>
/// <param name="Label">What the field is called.</param>
/// <param name="Before">As it stands on file; a day as <see cref="Day"/> says.</param>
/// <param name="Now">As the row has it.</param>
public sealed record ReportChange(string Label, string? Before, string? Now)
{
    internal const string Day = "yyyy-MM-dd";

    public Text BeforeText => Said(Before);

    public Text NowText => Said(Now);

    public Text LabelText => StoredText.Read(Label)!.Value;

    /// <summary>Days are said in the reader's words.</summary>
    private static Text Said(string? value)
        => new("{0}", DateOnly.TryParseExact(value, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : value);
}
