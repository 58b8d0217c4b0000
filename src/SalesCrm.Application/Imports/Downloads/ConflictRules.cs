using SalesCrm.Application.Imports.Rows;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>What becomes of one cell that was edited in a file while its record was changed here.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Field">The field of the cell.</param>
/// <param name="Choice">What the person chose.</param>
/// <param name="Now">What stood here when he chose; where it is another by now, he has not.</param>
public sealed record ConflictDecision(int Row, string Field, ConflictChoice Choice, string Now);

/// <summary>What was decided about conflicts: cell by cell, and for all others at once.</summary>
internal sealed class ConflictRules(ConflictChoice others, IReadOnlyList<ConflictDecision> decisions, IReadOnlyDictionary<int, IReadOnlyList<RowProblem>>? found)
{
    private readonly Dictionary<(int, string), ConflictDecision> _decisions = decisions.ToDictionary(decision => (decision.Row, decision.Field));

    /// <summary>A dry run shows every conflict that was not decided for all rows.</summary>
    public ConflictChoice ChoiceOf(int row, string field)
    {
        if (found is null || !_decisions.TryGetValue((row, field), out var decision))
        {
            return others;
        }

        return found.GetValueOrDefault(row)?.Any(problem => problem.Field == field && problem.Clash?.Now == decision.Now) == true ? decision.Choice : ConflictChoice.Refuse;
    }

    /// <summary>Refuses a row of which a cell is not decided; a dry run only notes what stands against it.</summary>
    public void Meet(ImportRow row, IReadOnlyList<EditedCell> edited, bool isDry)
    {
        if (isDry && others == ConflictChoice.Refuse)
        {
            row.Conflict = new RowConflict(edited);
        }
        else if (!isDry && found?.GetValueOrDefault(row.Number) is { } problems && problems.Any(problem => ChoiceOf(row.Number, problem.Field) == ConflictChoice.Refuse))
        {
            row.Refuse(problems);
        }
    }
}
