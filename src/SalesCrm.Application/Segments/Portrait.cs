using SalesCrm.Application.Filters;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Segments;

/// <summary>What a segment looks like: how many there are, what they add up to, and how they are spread.</summary>
/// <param name="Total">Read up to one more than <see cref="Shared.Paging.Counting.MostOfPortrait"/>; then all figures are of so many of them.</param>
/// <param name="Figures">Sums.</param>
/// <param name="Splits">How they are spread.</param>
public sealed record Portrait(int Total, IReadOnlyList<Portrait.Figure> Figures, IReadOnlyList<Portrait.Split> Splits)
{
    /// <summary>One sum; yuan where it is money.</summary>
    public sealed record Figure(string Code, Text Title, decimal Value, bool IsMoney);

    /// <summary>The groups of a field, or of several together; the largest first, or in the order of the choices.</summary>
    /// <param name="Title">The field.</param>
    /// <param name="Lines">The groups.</param>
    /// <param name="Rest">How many are in none of them.</param>
    public sealed record Split(Text Title, IReadOnlyList<Line> Lines, int Rest);

    /// <param name="Labels">What the group has in each field; null where it has nothing.</param>
    /// <param name="Count">How many are in it.</param>
    /// <param name="Conditions">What narrows the list to them.</param>
    public sealed record Line(IReadOnlyList<Text?> Labels, int Count, IReadOnlyList<Condition> Conditions);
}
