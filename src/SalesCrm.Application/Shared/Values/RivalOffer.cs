namespace SalesCrm.Application.Shared.Values;

/// <summary>What a text on the competition says about one of them: 竞品A报价低10% is 竞品A at −10 % against our price.</summary>
/// <param name="Competitor">The name as written, or as it is on file; null where the text speaks of a rival without naming it.</param>
/// <param name="GapPercent">Percent against our price, below zero is cheaper; null where the text says no figure.</param>
/// <param name="Words">The part of the text that says so, word for word.</param>
/// <param name="IsCertain">The name is on file or written as only companies are (竞品A, A公司); else a person has to look at it.</param>
internal readonly record struct RivalOffer(string? Competitor, decimal? GapPercent, string Words, bool IsCertain)
{
    private const int Longest = 2_000;

    /// <summary>All offers that the text names; none when it says it in another way. The text itself stays what is kept and shown.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="known">Names on file, which are recognised wherever they stand.</param>
    public static IReadOnlyList<RivalOffer> In(string? text, IReadOnlyCollection<string>? known = null)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return [];
        }

        var offers = new List<RivalOffer>();
        foreach (var (words, folded) in RivalClause.Of(text))
        {
            RivalClause.Read(words, folded, known ?? [], offers);
        }

        return offers.Where(offer => offer.Competitor is not null || offer.GapPercent is not null).ToArray();
    }

    /// <summary>The price at which we would meet it, as a discount on ours; whole percent, 0 where it is dearer.</summary>
    public static int DiscountToMeet(int? gap) => gap < 0 ? -gap.Value : 0;
}
