using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Grading;

/// <summary>What a customer is worth to us, by the company's policy; A is the highest.</summary>
public enum Grade
{
    A = 1,
    B,
    C,
    D,
}

public static class GradeNames
{
    /// <summary>A级, as the tables write it.</summary>
    public static Text Name(this Grade grade) => new("{0}级", grade.ToString());
}
