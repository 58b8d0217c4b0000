namespace SalesCrm.Application.Grading;

/// <summary>The class of a customer, A the highest.</summary>
public enum Grade
{
    A = 1,
    B = 2,
    C = 3,
    D = 4,
}
