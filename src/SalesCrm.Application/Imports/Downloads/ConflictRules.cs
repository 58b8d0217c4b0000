using SalesCrm.Application.Imports.Rows;

namespace SalesCrm.Application.Imports.Downloads;

/// <summary>What becomes of one cell that was edited in a file while it was changed here.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Field">The field of the cell.</param>
/// <param name="Choice">What the person chose.</param>
/// <param name="Now">What stood here when he chose; where it is another by now, he has not.</param>
public sealed record ConflictDecision(int Row, string Field, ConflictChoice Choice, string Now);

/// <summary>What was decided about conflicts: cell by cell, and for all others at once.</summary>
internal sealed class ConflictRules(ConflictChoice others, IReadOnlyList<ConflictDecision> decisions)
{
    private readonly Dictionary<(int, string), ConflictDecision> _decisions = decisions.ToDictionary(decision => (decision.Row, decision.Field));

    /// <summary>Leaves out the cells for which what stands here was chosen; one that is not decided stands against the whole row.</summary>
    public void Meet(ImportRow row, IReadOnlyList<RowProblem> clashes, bool isDry)
    {
        var choices = clashes.Select(clash => (clash.Field, Choice: isDry ? others : ChoiceOf(row.Number, clash))).ToList();
        if (choices.Exists(choice => choice.Choice == ConflictChoice.Refuse))
        {
            row.Conflict = clashes;
            return;
        }

        foreach (var (field, _) in choices.Where(choice => choice.Choice == ConflictChoice.Theirs))
        {
            row.Drop(field);
        }
    }

    /// <summary>A dry run shows every conflict that was not decided for all rows; only a commit goes by single decisions.</summary>
    private ConflictChoice ChoiceOf(int row, RowProblem clash)
        => !_decisions.TryGetValue((row, clash.Field), out var decision) ? others : decision.Now == clash.Clash!.Now ? decision.Choice : ConflictChoice.Refuse;
}
