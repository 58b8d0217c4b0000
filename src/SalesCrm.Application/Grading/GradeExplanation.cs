namespace SalesCrm.Application.Grading;

/// <summary>Why a customer has his grade, and what is missing for the better ones.</summary>
/// <param name="Grade">By the rule, whatever a person decided over it.</param>
/// <param name="ForA">Each minimum of A.</param>
/// <param name="ForB">Each minimum of B.</param>
/// <param name="HasBought">False for who never bought: D.</param>
/// <param name="IsDormant">No purchase for long and few interactions: D, unless the minimums of a better grade hold.</param>
public sealed record GradeExplanation(Grade Grade, IReadOnlyList<GradeCriterion> ForA, IReadOnlyList<GradeCriterion> ForB, bool HasBought, bool IsDormant)
{
    /// <summary>The unmet minimums of the next grade up that has minimums; none for A.</summary>
    public IReadOnlyList<GradeCriterion> MissingForNext => (Grade switch
    {
        Grade.A => [],
        Grade.B => ForA,
        _ => ForB,
    }).Where(criterion => !criterion.IsMet).ToArray();
}
