using System.Linq.Expressions;

namespace SalesCrm.Application.Shared.Queries;

/// <summary>Puts another expression where a lambda names its parameter, so that two lambdas become one.</summary>
internal sealed class Swap(ParameterExpression was, Expression now) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == was ? now : node;
}
